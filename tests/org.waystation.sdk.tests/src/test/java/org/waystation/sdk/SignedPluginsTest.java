package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Installation;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/**
 * What a team does when its plug-in is ready: it is signed with the JDK's own tools as the guide says, published to a
 * folder, and comes from there into a program without the developer switch. What breaks a rule does not, signed or not.
 */
class SignedPluginsTest {

    private static final String PASSWORD = "only for this test";

    @TempDir
    Path folder;

    @Test
    void aSignedPluginComesFromTheRepositoryAndOneThatBreaksARuleDoesNot() throws Exception {
        tool(
                "keytool -genkeypair -keystore keys.p12 -alias acme -keyalg EC -dname CN=Acme -validity 3650",
                "-storepass",
                PASSWORD);
        Path good = sign(JavaJar.plugin("").source("B", "class B {}").write(folder.resolve("good.jar")));
        Path bad = sign(JavaJar.plugin("")
                .source("A", "class A { Object a = org.waystation.plugins.internal.pack.PackageLimits.USUAL; }")
                .write(folder.resolve("bad.jar")));
        Path unsigned = JavaJar.plugin("").write(folder.resolve("unsigned.jar"));
        Path repository = folder.resolve("repository");
        publish(repository, good);

        Installation installation = new Installation(
                property("waystation.product"), property("waystation.product"), property("waystation.driver"));
        TestProfile profile = new TestProfile(folder.resolve("profile"))
                .policy("{\"repositories\":[\"%s\"]}".formatted(repository.toUri()));
        Workstation.Start start = Workstation.Start.on(profile, WithWorkstation.Remote.SAMPLE);
        try (Workstation workstation = Workstation.start(installation, start)) {
            workstation.awaitReady();
            PluginBot plugins = workstation.plugins();
            assertRefused(plugins, bad, "internal to the program");
            assertRefused(plugins, unsigned, "signed");
            assertEquals(List.of(), plugins.installed());
            assertEquals(List.of("com.acme.one 1.0.0"), plugins.offered());
            plugins.installOffered("com.acme.one");
            assertEquals(List.of("com.acme.one ACTIVE"), plugins.installed());
            assertEquals(List.of(), plugins.offered());
        }
    }

    private static void assertRefused(PluginBot plugins, Path file, String why) {
        String said = assertThrows(RuntimeException.class, () -> plugins.install(file))
                .getMessage();
        assertTrue(said.contains(why), said);
    }

    private Path sign(Path jar) throws Exception {
        tool("jarsigner -keystore keys.p12", "-storepass", PASSWORD, jar.toString(), "acme");
        return jar;
    }

    private void tool(String line, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(line.split(" ")));
        command.addAll(List.of(more));
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> line + "\n" + said(said));
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "what it said cannot be read: " + e.getMessage();
        }
    }

    private static void publish(Path repository, Path jar) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true);
        int code = new Main(out, out)
                .run(List.of(
                        "publish",
                        "--against",
                        property("waystation.product").toString(),
                        "--repository",
                        repository.toString(),
                        jar.toString()));
        assertEquals(0, code, said.toString(StandardCharsets.UTF_8));
    }

    private static Path property(String name) {
        return Path.of(System.getProperty(name));
    }
}
