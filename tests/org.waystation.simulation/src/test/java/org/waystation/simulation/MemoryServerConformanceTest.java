package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Contract;
import org.waystation.conformance.Request;
import org.waystation.conformance.Suite;
import org.waystation.conformance.Suite.Result;
import org.waystation.conformance.Suite.Verdict;
import org.waystation.conformance.Transport;
import org.waystation.server.session.Caller;

/** The server in memory keeps the contract where it stands for the real one, so that what it proves holds there too. */
class MemoryServerConformanceTest {

    private static final Set<String> ASKED = Set.of(
            "snapshot.frame",
            "snapshot.counts",
            "snapshot.once",
            "snapshot.workable",
            "snapshot.current",
            "changes",
            "operations",
            "workflow",
            "actions.update",
            "actions.add",
            "session.who");

    /** It takes only whole batches and any limit, and one thread at a time. */
    private static final Set<String> NOT_FOR_IT =
            Set.of("changes.limit", "changes.commit-order", "operations.race", "operations.again-at-once");

    @Test
    void itMeetsWhatTheRealOneMeets() throws Exception {
        List<String> unmet = new ArrayList<>();
        int met = 0;
        for (Result result : run(true)) {
            String id = result.requirement().id();
            if (result.verdict() == Verdict.PASS) {
                met++;
            } else if (result.verdict() == Verdict.FAIL && !NOT_FOR_IT.contains(id)) {
                unmet.add(id + ": " + result.reason());
            }
        }
        assertEquals(List.of(), unmet);
        assertTrue(met > 35, "only " + met + " were met");
    }

    @Test
    void aServerThatForgetsWhatItDidIsFound() throws Exception {
        List<String> failed = run(false).stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(result -> result.requirement().id())
                .toList();
        assertTrue(failed.contains("operations.again"), failed::toString);
    }

    private static List<Result> run(boolean idempotent) throws Exception {
        VirtualTime time = new VirtualTime(failure -> {
            throw new AssertionError(failure);
        });
        MemoryServer server = new MemoryServer(time, new Ids(5).next());
        Scene scene = Scene.make(server, 2);
        server.idempotent = idempotent;
        Transport transport = request -> {
            Caller caller = request.headers().getOrDefault("Authorization", "").endsWith("second")
                    ? scene.callers().get(1)
                    : scene.callers().get(0);
            synchronized (server) {
                return incoming(server, caller, request);
            }
        };
        Bench bench = new Bench(transport, new Contract(), "first", Optional.of("second"));
        return Suite.run(bench, ASKED, each -> {});
    }

    private static Transport.Incoming incoming(MemoryServer server, Caller caller, Request request) {
        String[] parts = request.path().split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                String[] value = pair.split("=", 2);
                query.put(value[0], URLDecoder.decode(value[1], StandardCharsets.UTF_8));
            }
        }
        MemoryServer.Answer answer = server.handle(caller, request.method(), parts[0], query, request.body());
        return new Transport.Incoming(
                answer.status(),
                Map.of("content-type", List.of(answer.type())),
                new ByteArrayInputStream(answer.body()));
    }
}
