package org.waystation.plugins.internal.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.fixture.SigningKey;

class SignatureCheckTest {

    private static final SigningKey ACME = SigningKey.of("Acme");
    private static final SigningKey MALLORY = SigningKey.of("Acme");

    @TempDir
    Path folder;

    @Test
    void namesWhoSigned() throws IOException {
        Publisher publisher = publisher(ACME.sign(jar("a.jar")));
        assertEquals("CN=Acme", publisher.name());
        assertEquals(publisher, publisher(ACME.sign(jar("b.jar"))));
        assertNotEquals(
                publisher.fingerprint(), publisher(MALLORY.sign(jar("c.jar"))).fingerprint());
    }

    @Test
    void nobodySigned() throws IOException {
        assertEquals(Publisher.UNSIGNED, publisher(jar("a.jar")));
    }

    @Test
    void anAlteredEntry() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> Files.writeString(zip.getPath("/data.txt"), "altered"));
        assertEquals("data.txt", tampered(jar).entry());
    }

    @Test
    void anAddedEntry() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> Files.writeString(zip.getPath("/more.txt"), "added"));
        assertEquals("more.txt", tampered(jar).entry());
    }

    @Test
    void anEntryAddedBesideTheSignature() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> {
            Files.createDirectories(zip.getPath("/META-INF/services"));
            Files.writeString(zip.getPath("/META-INF/services/java.sql.Driver"), "evil.Driver");
        });
        assertEquals("META-INF/services/java.sql.Driver", tampered(jar).entry());
    }

    @Test
    void aRemovedEntry() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> Files.delete(zip.getPath("/data.txt")));
        assertEquals("data.txt", tampered(jar).entry());
    }

    @Test
    void anAlteredHeader() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> {
            Path manifest = zip.getPath("/META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace("Bundle-Version: 1", "Bundle-Version: 9"));
        });
        tampered(jar);
    }

    @Test
    void aSignatureWhoseBlockIsGone() throws IOException {
        Path jar = ACME.sign(jar("a.jar"));
        edit(jar, zip -> Files.delete(zip.getPath("/META-INF/ACME.EC")));
        tampered(jar);
    }

    @Test
    void bundlesOfOnePackageSignedByDifferentKeys() throws IOException {
        Path main = ACME.sign(jar("main.jar"));
        Path library = MALLORY.sign(library().write(folder.resolve("library.jar")));
        assertEquals("com.acme.library", tampered(wsplugin(main, library)).entry());
        Path unsigned = library().write(folder.resolve("library.jar"));
        assertEquals("com.acme.library", tampered(wsplugin(main, unsigned)).entry());
    }

    private static PackageBuilder library() {
        return PackageBuilder.bundle("com.acme.library", "1.0.0").entry("code.txt", "code");
    }

    private Path wsplugin(Path main, Path library) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("main.jar", Files.readAllBytes(main));
        entries.put("library.jar", Files.readAllBytes(library));
        return PackageBuilder.zip(folder.resolve("p.wsplugin"), entries);
    }

    private Path jar(String name) throws IOException {
        return PackageBuilder.plugin("com.acme.hello", "1.0.0")
                .entry("data.txt", "as it was")
                .entry("other.txt", "too")
                .write(folder.resolve(name));
    }

    private Publisher publisher(Path file) throws IOException {
        Path staging = Files.createTempDirectory(folder, "staging");
        return new SignatureCheck()
                .publisher(new PackageReader(PackageLimits.USUAL, new Version(1, 0, 0)).read(file, staging));
    }

    private Refusal.Tampered tampered(Path file) {
        Refusal refusal = assertThrows(PluginRefusedException.class, () -> publisher(file))
                .refusal();
        return assertInstanceOf(Refusal.Tampered.class, refusal, refusal.sentence());
    }

    private interface Edit {
        void on(FileSystem zip) throws IOException;
    }

    private static void edit(Path jar, Edit edit) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            edit.on(zip);
        }
    }
}
