package org.waystation.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Contract;
import org.waystation.conformance.TestServers;
import org.waystation.conformance.Transport;

/** The short mode of {@code ./waystation fuzz}. */
class FuzzTest {

    private static final int REQUESTS = 1_000;
    private static final long MEMORY = 256L * 1024 * 1024;

    @TempDir
    static Path folder;

    private static TestServers servers;

    @BeforeAll
    static void start() throws Exception {
        servers = new TestServers(folder, 1, 1_000_000);
    }

    @AfterAll
    static void stop() throws Exception {
        servers.close();
    }

    @Test
    void nothingThatIsSentMakesTheServerFail() throws Exception {
        Bench bench = servers.bench(servers.transport());
        List<String> ids = FuzzRun.ids(bench.snapshot(""));
        long before = usedMemory();
        FuzzRun.Outcome outcome = new FuzzRun(servers.transport(), servers.token()).run(ids, 42, 0, REQUESTS);
        assertEquals(List.of(), outcome.failures().stream().limit(10).toList());
        assertEquals(
                REQUESTS,
                outcome.answers().values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(outcome.answers().size() > 4, () -> outcome.answers().toString());
        assertTrue(outcome.answers().getOrDefault(200, 0) > 50, "some must get through");
        assertTrue(usedMemory() - before < MEMORY, "memory grew from " + before + " to " + usedMemory());
        assertEquals(200, bench.api().get("/v1/session").status());
    }

    @Test
    void aServerThatFailsOrTellsTooMuchIsFound() throws Exception {
        Transport failing = request -> new Transport.Incoming(
                500,
                Map.of("content-type", List.of("application/problem+json")),
                new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                20,
                new FuzzRun(failing, "t").run(List.of("a"), 1, 0, 20).failures().size());
        Transport telling = request -> new Transport.Incoming(
                400,
                Map.of("content-type", List.of("application/problem+json")),
                new ByteArrayInputStream("java.lang.NullPointerException".getBytes(StandardCharsets.UTF_8)));
        assertFalse(
                new FuzzRun(telling, "t").run(List.of("a"), 1, 0, 1).failures().isEmpty());
    }

    @Test
    void theSameSeedMakesTheSameRequests() throws Exception {
        var document = new Contract().document();
        HostileRequests one = new HostileRequests(document, List.of("a", "b"), 7);
        HostileRequests other = new HostileRequests(document, List.of("a", "b"), 7);
        for (int place = 0; place < 50; place++) {
            assertEquals(one.at(place).path(), other.at(place).path());
            assertEquals(one.at(place).headers(), other.at(place).headers());
        }
    }

    @Test
    void whatIsNoHttpIsRefused() throws Exception {
        assertEquals(List.of(), new RawAbuse(servers.url()).broken());
    }

    /** Many that have begun and do not go on do not keep others from being answered. */
    @Test
    void thoseWhoSendSlowlyKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new RawAbuse(servers.url()).unfinished(200);
        try {
            assertEquals(
                    200,
                    servers.bench(servers.transport()).api().get("/v1/session").status());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
