package org.waystation.plugins.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.tests.fixture.PackageBuilder;

/** A process of its own updates a plug-in and is ended, without any farewell, at each step of it. */
class InterruptedInstallTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(StoreSteps.Step.class)
    void leavesTheOldStateOrTheNewOne(StoreSteps.Step step) throws Exception {
        Path v1 = jar("1.0.0");
        InstallingProcess.install(store(), reader(), v1);

        assertEquals(InstallingProcess.ENDED, update(jar("2.0.0"), step.name()));

        InstalledState state = store().read();
        PluginRecord plugin = state.plugin("com.acme.hello").orElseThrow();
        boolean committed = step.compareTo(StoreSteps.Step.STATE_WRITTEN) >= 0;
        assertEquals(committed ? "2.0.0" : "1.0.0", plugin.description().version());
        assertTrue(plugin.bundles().stream().allMatch(store()::isWhole), "its content is there");
    }

    @ParameterizedTest
    @EnumSource(StoreSteps.Step.class)
    void canBeDoneAgainAfterwards(StoreSteps.Step step) throws Exception {
        InstallingProcess.install(store(), reader(), jar("1.0.0"));
        update(jar("2.0.0"), step.name());

        assertEquals(0, update(jar("2.0.0"), "none"));

        PluginRecord plugin = store().read().plugin("com.acme.hello").orElseThrow();
        assertEquals("2.0.0", plugin.description().version());
        try (Stream<Path> files = Files.list(folder.resolve("plugins/content"))) {
            assertEquals(1, files.count(), "only what is in use is kept");
        }
    }

    @Test
    void theTestsProcessInstallsWhereNothingEndsIt() throws Exception {
        assertEquals(0, update(jar("1.0.0"), "none"));
        assertEquals(
                "1.0.0",
                store().read()
                        .plugin("com.acme.hello")
                        .orElseThrow()
                        .description()
                        .version());
    }

    private PluginStore store() throws IOException {
        return new PluginStore(folder.resolve("plugins"), step -> {});
    }

    private static PackageReader reader() {
        return new PackageReader(PackageLimits.USUAL, new Version(1, 0, 0));
    }

    private Path jar(String version) throws IOException {
        return PackageBuilder.plugin("com.acme.hello", version).write(folder.resolve(version + ".jar"));
    }

    private int update(Path jar, String step) throws IOException, InterruptedException {
        String classPath = Stream.of(
                        InstallingProcess.class,
                        PluginStore.class,
                        PluginDescription.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonInclude.class,
                        ManifestElement.class,
                        Version.class,
                        Logger.class)
                .flatMap(InterruptedInstallTest::locations)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                InstallingProcess.class.getName(),
                folder.resolve("plugins").toString(),
                jar.toString(),
                step);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        int code = process.waitFor();
        String output = Files.readString(folder.resolve("output"));
        assertTrue(Map.of(0, "", InstallingProcess.ENDED, "").containsKey(code), output);
        return code;
    }

    /** A bundle is a jar, or a folder with its classes in the one that the build made. */
    private static Stream<String> locations(Class<?> type) {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return Stream.of(place, place.resolve("target/classes"))
                .filter(Files::exists)
                .map(Path::toString);
    }
}
