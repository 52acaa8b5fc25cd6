package org.waystation.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.Api;

/** The server as it is really started, stopped, killed and started again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a signal to stop is a kill there, and files have no owner's mode")
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    void aLife() throws Exception {
        String ticket;
        String epoch;
        JsonNode firstReady;
        try (ServerProcess first = ServerProcess.serve(folder)) {
            firstReady = first.awaitReady();
            assertEquals(first.process().pid(), firstReady.get("pid").longValue());
            assertOwnerOnly(first.ready(), "rw-------");
            assertOwnerOnly(folder.resolve("data"), "rwx------");
            assertOwnerOnly(folder.resolve("data").resolve("database.properties"), "rw-------");
            ticket = first.api()
                    .get("/v1/tickets?number=48213")
                    .expect(200)
                    .json()
                    .at("/items/0")
                    .toString();
            epoch = first.api().get("/v1/session").json().get("epoch").textValue();
            ServerProcess second = ServerProcess.serve(folder.resolve("data").getParent(), "--seed", "42");
            assertEquals(1, second.awaitEnd(), "a second server on the same folder");
            assertTrue(second.output().contains("Another server uses"), second.output());
            ProcessHandle database = first.database();
            assertTrue(database.isAlive());
            first.process().destroy();
            first.awaitEnd();
            assertFalse(database.isAlive(), "a signal stops the database too");
            assertFalse(Files.exists(first.ready()));
            assertSilent(first, firstReady);
        }
        ProcessHandle orphan;
        try (ServerProcess third = ServerProcess.serve(folder)) {
            JsonNode ready = third.awaitReady();
            assertNotEquals(firstReady.get("token"), ready.get("token"), "every start has a token of its own");
            assertEquals(
                    ticket,
                    third.api()
                            .get("/v1/tickets?number=48213")
                            .json()
                            .at("/items/0")
                            .toString());
            assertEquals(
                    epoch, third.api().get("/v1/session").json().get("epoch").textValue());
            Api stale = third.api().as(Optional.of(firstReady.get("token").textValue()));
            stale.get("/v1/session").expect(401, "token_invalid");
            orphan = third.database();
            third.process().destroyForcibly();
            third.awaitEnd();
            assertTrue(orphan.isAlive(), "a kill leaves the database behind");
        }
        Files.delete(folder.resolve("ready.json"));
        try (ServerProcess fourth = ServerProcess.serve(folder, "--exit-with-parent")) {
            assertEquals(
                    ticket,
                    fourth.api()
                            .get("/v1/tickets?number=48213")
                            .json()
                            .at("/items/0")
                            .toString());
            assertFalse(orphan.isAlive(), "the next server puts it away");
            ProcessHandle database = fourth.database();
            fourth.process().getOutputStream().close();
            assertEquals(0, fourth.awaitEnd());
            assertFalse(database.isAlive(), "the end of the parent stops the database too");
        }
        ServerProcess other = ServerProcess.serve(folder, "--seed", "43");
        assertEquals(2, other.awaitEnd(), "other sample data than the folder has");
        assertTrue(other.output().contains("small:42"), other.output());
    }

    @Test
    void aWrongCommandLineEndsWithTwoAndOneLine() throws Exception {
        for (String[] words : new String[][] {{}, {"fly"}, {"serve", "--wings"}}) {
            ServerProcess process = new ServerProcess(folder, words);
            assertEquals(2, process.awaitEnd());
            assertEquals(1, process.output().lines().count(), process.output());
        }
        ServerProcess help = new ServerProcess(folder, "serve", "--help");
        assertEquals(0, help.awaitEnd());
        assertTrue(help.output().contains("--ready-file"));
    }

    /** Neither secrets nor customers' words in any log. */
    private void assertSilent(ServerProcess server, JsonNode ready) throws Exception {
        String logs = server.output() + Files.readString(folder.resolve("data").resolve("postgres.log"));
        assertFalse(logs.contains(ready.get("token").textValue()));
        for (String line : Files.readAllLines(folder.resolve("data").resolve("database.properties"))) {
            assertFalse(logs.contains(line.substring(line.indexOf('=') + 1)));
        }
        assertFalse(logs.contains("Nightly backup"));
    }

    private static void assertOwnerOnly(Path path, String permissions) throws Exception {
        assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
}
