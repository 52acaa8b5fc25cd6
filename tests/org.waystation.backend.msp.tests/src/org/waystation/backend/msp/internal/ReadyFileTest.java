package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.backend.msp.ServerAccess;

class ReadyFileTest {

    @TempDir
    Path folder;

    private Path file;
    private ReadyFileConnection connection;
    private int changes;

    @BeforeEach
    void open() {
        file = folder.resolve("ready.json");
        connection = new ReadyFileConnection(file, Executors.newSingleThreadScheduledExecutor());
        connection.close(); // the test looks by itself
        connection.onChange(() -> changes++);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void namesTheServer() throws Exception {
        write("{\"url\":\"http://127.0.0.1:4711\",\"token\":\"hush\",\"pid\":12}");
        ServerAccess access = connection.access();
        assertEquals(URI.create("http://127.0.0.1:4711/"), access.server());
        assertEquals("Bearer hush", access.token().authorization());
    }

    @Test
    void isNotThereYet() {
        BackendException e = MspBackendTest.fails(Cause.UNREACHABLE, connection::access);
        assertTrue(e.getMessage().contains("not started"));
    }

    @Test
    void whatNamesNoServerShowsNoToken() throws IOException {
        for (String body : new String[] {
            "",
            "{",
            "{}",
            "[]",
            "{\"url\":\"http://127.0.0.1:1\"}",
            "{\"url\":\"nowhere\",\"token\":\"hush\"}",
            "{\"url\":\"http://127.0.0.1:1\",\"token\":\"hush hush\"}",
            "{\"token\":\"hush\" oops"
        }) {
            write(body);
            BackendException e = MspBackendTest.fails(Cause.UNREACHABLE, connection::access);
            assertFalse(e.toString().contains("hush"), body);
            assertEquals(null, e.getCause());
        }
    }

    @Test
    void tellsOfAServerThatWasStartedAgain() throws IOException {
        connection.look();
        assertEquals(0, changes);
        write("{\"url\":\"http://127.0.0.1:1\",\"token\":\"a\"}");
        connection.look();
        connection.look();
        assertEquals(1, changes);
        Files.delete(file);
        connection.look();
        assertEquals(1, changes, "a file that went away tells nothing new");
        write("{\"url\":\"http://127.0.0.1:2\",\"token\":\"b\"}");
        connection.look();
        assertEquals(2, changes);
    }

    @Test
    void aListenerThatFailsKeepsNoOtherFromHearing() throws IOException {
        int[] heard = {0};
        connection.onChange(() -> {
            throw new IllegalStateException("made to fail");
        });
        connection.onChange(() -> heard[0]++);
        write("{}");
        connection.look();
        assertEquals(1, heard[0]);
    }

    private void write(String body) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), body);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
