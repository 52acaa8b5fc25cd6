package org.waystation.plugins.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.tests.fixture.PackageBuilder;

class PackageReaderTest {

    private static final PackageLimits SMALL = new PackageLimits(2 << 20, 4 << 20, 3 << 20, 20, 100);

    @TempDir
    Path folder;

    private Path staging;
    private final PackageReader reader = new PackageReader(SMALL, new Version("1.2.0"));

    @BeforeEach
    void makeStaging() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
    }

    @Test
    void readsWhatAPluginSaysOfItself() throws IOException {
        Path jar = good().says("capabilities=\"network, tickets.write\"")
                .says("kinds=\"tool-window,search\"")
                .says("summary=\"Says hello\"")
                .requires("com.acme.base;version=\"[1.0,2.0)\"")
                .write(folder.resolve("hello.jar"));

        PluginPackage read = reader.read(jar, staging);

        assertEquals("com.acme.hello", read.description().id());
        assertEquals("Acme", read.description().vendor());
        assertEquals("1.0.0", read.description().version());
        assertEquals("Says hello", read.description().summary());
        assertEquals(
                Set.of(Capability.NETWORK, Capability.TICKETS_WRITE),
                read.description().capabilities());
        assertEquals(
                Set.of(ContributionKind.TOOL_WINDOW, ContributionKind.SEARCH),
                read.description().kinds());
        assertEquals(
                List.of(new PluginDependency("com.acme.base", "[1.0,2.0)")),
                read.description().requires());
        assertEquals(Hashes.of(jar), read.hash());
        assertEquals(1, read.bundles().size());
    }

    @Test
    void readsSeveralBundlesMainFirst() throws IOException {
        Path read = wsplugin(
                PackageBuilder.bundle("com.acme.library", "2.0.0").write(folder.resolve("a.jar")),
                good().write(folder.resolve("b.jar")));

        List<String> names = reader.read(read, staging).bundles().stream()
                .map(BundleFile::symbolicName)
                .toList();

        assertEquals(List.of("com.acme.hello", "com.acme.library"), names);
    }

    @Test
    void whatIsReadIsACopy() throws IOException {
        Path jar = good().write(folder.resolve("hello.jar"));
        PluginPackage read = reader.read(jar, staging);
        Files.write(jar, new byte[] {1, 2, 3});
        assertEquals(read.hash(), Hashes.of(read.bundles().get(0).file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.class",
                "a/../../evil.class",
                "/etc/passwd",
                "C:/evil.class",
                "a\\..\\evil.class",
                "a//b.class",
                "./a.class",
                "a\nb"
            })
    void refusesPathsThatLeaveTheirFolder(String path) throws IOException {
        Refusal.UnsafePath refusal =
                refused(Refusal.UnsafePath.class, good().entry(path, "x").write(folder.resolve("evil.jar")));
        assertEquals(path, refusal.entry());
    }

    @Test
    void refusesUnsafePathsInTheOuterZip() throws IOException {
        byte[] jar = Files.readAllBytes(good().write(folder.resolve("a.jar")));
        refused(Refusal.UnsafePath.class, PackageBuilder.zip(folder.resolve("evil.wsplugin"), Map.of("../a.jar", jar)));
    }

    @Test
    void refusesAFileOverTheLimit() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        refused(Refusal.TooLarge.class, good().entry("noise", noise).write(folder.resolve("big.jar")));
    }

    @Test
    void refusesAnEntryOverTheLimit() throws IOException {
        Refusal.TooLarge refusal = refused(
                Refusal.TooLarge.class, good().entry("zeros", new byte[4 << 20]).write(folder.resolve("big.jar")));
        assertTrue(refusal.what().contains("zeros"), refusal.what());
    }

    @Test
    void refusesAnEntryThatUnpacksToFarMoreThanItIs() throws IOException {
        Refusal.TooLarge refusal = refused(
                Refusal.TooLarge.class, good().entry("bomb", new byte[2 << 20]).write(folder.resolve("bomb.jar")));
        assertTrue(refusal.what().contains("multiple"), refusal.what());
    }

    @Test
    void refusesWhatUnpacksToTooMuchAltogether() throws IOException {
        PackageBuilder builder = good();
        for (int i = 0; i < 5; i++) {
            builder.entry("zeros" + i, new byte[(1 << 20) - 1]);
        }
        Refusal.TooLarge refusal = refused(Refusal.TooLarge.class, builder.write(folder.resolve("big.jar")));
        assertTrue(refusal.what().contains("unpacked package"), refusal.what());
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        PackageBuilder builder = good();
        for (int i = 0; i < 25; i++) {
            builder.entry("e" + i, "x");
        }
        refused(Refusal.TooLarge.class, builder.write(folder.resolve("many.jar")));
    }

    @Test
    void refusesAnEntryThatIsThereTwice() throws IOException {
        Path jar = good().entry("one.class", "1").entry("two.class", "2").write(folder.resolve("twice.jar"));
        // The JDK's writer refuses doubles itself, so the second name is changed where it is written.
        String bytes = new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1);
        Files.write(jar, bytes.replace("two.class", "one.class").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("one.class", refused(Refusal.DuplicateEntry.class, jar).entry());
    }

    @Test
    void refusesASecondManifestInOtherCase() throws IOException {
        refused(
                Refusal.DuplicateEntry.class,
                good().entry("meta-inf/manifest.mf", "Manifest-Version: 1.0\r\n\r\n")
                        .write(folder.resolve("two.jar")));
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        refused(Refusal.NotAnArchive.class, Files.writeString(folder.resolve("text.jar"), "hello"));
        refused(Refusal.NotAnArchive.class, folder.resolve("missing.jar"));
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        Path jar = good().write(folder.resolve("cut.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(bytes, bytes.length - 30));
        refused(Refusal.NotAnArchive.class, jar);
    }

    @Test
    void refusesAJarWithoutManifest() throws IOException {
        refused(
                Refusal.CorruptManifest.class,
                PackageBuilder.zip(folder.resolve("bare.jar"), Map.of("a.class", new byte[1])));
    }

    @Test
    void refusesAManifestThatIsNone() throws IOException {
        refused(
                Refusal.CorruptManifest.class,
                PackageBuilder.zip(
                        folder.resolve("corrupt.jar"),
                        Map.of("META-INF/MANIFEST.MF", "no colon here\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    static Stream<PackageBuilder> lackingAHeader() {
        return Stream.of(
                good().without("Waystation-Plugin"),
                good().without("Bundle-SymbolicName"),
                good().without("Bundle-Version"),
                good().without("Bundle-ManifestVersion"),
                good().header("Waystation-Plugin", "com.acme.hello;name=Hello;since-api=\"1.0\""),
                good().header("Waystation-Plugin", "com.acme.hello;vendor=Acme;since-api=\"1.0\""),
                good().header("Waystation-Plugin", "com.acme.hello;name=Hello;vendor=Acme"),
                good().requires("com.acme.base"));
    }

    @ParameterizedTest
    @MethodSource
    void lackingAHeader(PackageBuilder builder) throws IOException {
        refused(Refusal.MissingHeader.class, builder.write(folder.resolve("lacking.jar")));
    }

    static Stream<PackageBuilder> malformedHeaders() {
        return Stream.of(
                good().header("Bundle-Version", "one"),
                good().header("Bundle-ManifestVersion", "1"),
                good().header("Waystation-Plugin", "com.acme.hello;name=\"unclosed"),
                good().header("Waystation-Plugin", "com.acme.other;name=Hello;vendor=Acme;since-api=\"1.0\""),
                good().header("Waystation-Plugin", "com.acme.hello;name=Hello;vendor=Acme;since-api=\"new\""),
                good().requires("com.acme.base;version=\"[2,1\""));
    }

    @ParameterizedTest
    @MethodSource
    void malformedHeaders(PackageBuilder builder) throws IOException {
        refused(Refusal.MalformedHeader.class, builder.write(folder.resolve("malformed.jar")));
    }

    @Test
    void refusesWordsItDoesNotKnow() throws IOException {
        Path capability = good().says("capabilities=\"network,everything\"").write(folder.resolve("a.jar"));
        assertEquals(
                "everything",
                refused(Refusal.UnknownCapability.class, capability).word());
        Path kind = good().says("kinds=\"hologram\"").write(folder.resolve("b.jar"));
        assertEquals("hologram", refused(Refusal.UnknownKind.class, kind).word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3", "2.0", "0.9"})
    void refusesAnotherApi(String since) throws IOException {
        refused(
                Refusal.WrongApi.class,
                good().header("Waystation-Plugin", "com.acme.hello;name=Hello;vendor=Acme;since-api=\"" + since + "\"")
                        .write(folder.resolve("api.jar")));
    }

    @Test
    void refusesAFragmentSinceItWouldRunAsItsHost() throws IOException {
        refused(
                Refusal.UnexpectedContent.class,
                good().header("Fragment-Host", "org.waystation.plugins").write(folder.resolve("fragment.jar")));
    }

    @Test
    void refusesPackagesOfSeveralThatAreNotLaidOutAsOnePlugin() throws IOException {
        Path main = good().write(folder.resolve("a.jar"));
        Path other = PackageBuilder.plugin("com.acme.other", "1.0.0").write(folder.resolve("b.jar"));
        refused(Refusal.UnexpectedContent.class, wsplugin(main, other));
        Path library = PackageBuilder.bundle("com.acme.library", "1.0.0").write(folder.resolve("c.jar"));
        Path again = PackageBuilder.bundle("com.acme.library", "1.1.0").write(folder.resolve("d.jar"));
        refused(Refusal.UnexpectedContent.class, wsplugin(main, library, again));
        refused(Refusal.MissingHeader.class, wsplugin(library));
        Path text = Files.writeString(folder.resolve("readme.txt"), "hello");
        refused(Refusal.UnexpectedContent.class, wsplugin(main, text));
    }

    private static PackageBuilder good() {
        return PackageBuilder.plugin("com.acme.hello", "1.0.0");
    }

    private Path wsplugin(Path... jars) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Path jar : jars) {
            entries.put(jar.getFileName().toString(), Files.readAllBytes(jar));
        }
        return PackageBuilder.zip(folder.resolve("package.wsplugin"), entries);
    }

    private <R extends Refusal> R refused(Class<R> reason, Path file) throws IOException {
        Path empty = Files.createTempDirectory(staging, "package");
        Refusal refusal = assertThrows(PluginRefusedException.class, () -> reader.read(file, empty))
                .refusal();
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
        return assertInstanceOf(reason, refusal, refusal.sentence());
    }
}
