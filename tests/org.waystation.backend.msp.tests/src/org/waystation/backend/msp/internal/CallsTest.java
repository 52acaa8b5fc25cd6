package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** Every call, as the contract has it. */
class CallsTest extends MspBackendTest {

    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01980000-0000-7000-8000-00000000000b");
    private static final String TICKET = """
            {"seq":12,"kind":"ticket","data":{"subject":"Größe","number":3000000000,"share":0.10,"tags":["a"],
            "x":{"y":[null,true]}},"version":3,"id":"01980000-0000-7000-8000-00000000000a","unknown":[{}]}
            """.replace("\n", "");

    @Test
    void session() throws BackendException {
        server.answer = TestServer.json(SESSION);

        ServerSession session = backend.session();

        assertEquals("Robin", session.userName());
        assertEquals("Northwind MSP", session.provider());
        assertEquals("one", session.epoch());
        assertEquals(Instant.parse("2026-03-02T08:00:00Z"), session.serverTime());
        assertEquals("/v1/session", server.last().uri().toString());
        assertEquals("Bearer " + TOKEN, server.last().headers().getFirst("Authorization"));
        assertTrue(server.last().headers().getFirst("Accept-Encoding").contains("gzip"));
    }

    @Test
    void theServerIsToldWhichWorkstationItIs() throws BackendException {
        server.answer = TestServer.json(SESSION);
        backend.session();
        String first = server.last().headers().getFirst("Workstation-Id");
        assertEquals(UUID.fromString(first).toString(), first);
        backend.session();
        assertEquals(first, server.last().headers().getFirst("Workstation-Id"));
    }

    @Test
    void aNewTokenIsUsedFromTheNextSignInOn() throws BackendException {
        server.answer = TestServer.json(SESSION);
        backend.session();
        token = "secret-token-2";
        backend.session();

        assertEquals("Bearer secret-token-2", server.last().headers().getFirst("Authorization"));
    }

    @Test
    void aServerThatMovedIsFoundAtTheNextSignIn() throws Exception {
        server.answer = TestServer.json(SESSION);
        backend.session();
        try (TestServer moved = TestServer.plain()) {
            moved.answer = TestServer.json(SESSION);
            address = moved.uri();
            backend.session();
            assertEquals(1, moved.requests.size());
        }
    }

    @Test
    void aPathInFrontOfTheApiIsKept() throws BackendException {
        server.answer = TestServer.json(SESSION);
        address = server.uri().resolve("msp/api/");
        backend.session();

        assertEquals("/msp/api/v1/session", server.last().uri().toString());
    }

    @Test
    void snapshot() throws BackendException {
        server.answer = TestServer.gzip(
                "application/x-ndjson; charset=utf-8",
                "{\"begin\":{\"epoch\":\"one\",\"expected\":{\"ticket\":2,\"note\":0}}}\n" + TICKET
                        + "\n{\"workable\":true}\n{\"mark\":\"m1\"}\n" + TICKET.replace("00000a", "00000b") + "\n"
                        + "{\"end\":{\"epoch\":\"one\",\"cursor\":\"c1\",\"records\":2}}\n");
        Seen seen = new Seen();

        SnapshotEnd end = backend.snapshot(Set.of(EntityKind.TICKET, EntityKind.NOTE), seen);

        assertEquals(new SnapshotEnd("one", "c1", 2), end);
        assertEquals(
                List.of("begin one {ticket=2, note=0}", "record " + ID, "workable", "record " + OTHER), seen.events);
        assertEquals("/v1/snapshot?kinds=note%2Cticket", server.last().uri().toString());
        EntityRecord ticket = seen.records.getFirst();
        assertEquals(3, ticket.version());
        assertEquals(12, ticket.sequence());
        assertEquals("Größe", ticket.data().get("subject"));
        assertEquals(3_000_000_000L, ticket.data().get("number"));
        assertEquals(new BigDecimal("0.10"), ticket.data().get("share"));
        assertEquals(Map.of("y", Arrays.asList(null, true)), ticket.data().get("x"));
    }

    @Test
    void aSinkThatFailsEndsTheSnapshot() {
        server.answer = TestServer.of(
                200, "application/x-ndjson", "{\"begin\":{\"epoch\":\"one\",\"expected\":{}}}\n" + TICKET + "\n");
        Seen seen = new Seen() {
            @Override
            public void record(EntityRecord record) throws BackendException {
                throw new BackendException(Cause.REFUSED, "enough");
            }
        };
        fails(Cause.REFUSED, () -> backend.snapshot(Set.of(), seen));
    }

    @Test
    void changes() throws BackendException {
        String gone = "{\"kind\":\"note\",\"id\":\"01980000-0000-7000-8000-00000000000b\",\"seq\":13,\"deleted\":true}";
        server.answer = TestServer.json(
                "{\"epoch\":\"one\",\"cursor\":\"c2\",\"more\":true,\"changes\":[" + TICKET + "," + gone + "]}");

        ChangePage page = backend.changes("a+b/c=&d", 500);

        assertEquals("c2", page.cursor());
        assertTrue(page.more());
        assertEquals(ID, page.records().getFirst().id());
        assertEquals(List.of(new RecordRef(EntityKind.NOTE, OTHER)), page.deleted());
        assertEquals(
                "/v1/changes?cursor=a%2Bb%2Fc%3D%26d&limit=500",
                server.last().uri().toString());
    }

    @Test
    void whatMayBeDoneComesWithTheRecord() throws BackendException {
        String told = TICKET.replace("\"seq\":12", "\"seq\":12,\"actions\":[\"add:note\",\"dance\",{\"x\":1}]");
        server.answer =
                TestServer.json("{\"epoch\":\"one\",\"cursor\":\"c2\",\"more\":false,\"changes\":[" + told + "]}");
        EntityRecord record = backend.changes("c1", 500).records().getFirst();
        assertEquals(Optional.of(List.of("add:note", "dance")), record.actions().said());
        assertFalse(record.actions().mayUpdate());
        assertTrue(record.actions().mayAdd(EntityKind.NOTE));

        server.answer =
                TestServer.json("{\"epoch\":\"one\",\"cursor\":\"c2\",\"more\":false,\"changes\":[" + TICKET + "]}");
        assertTrue(backend.changes("c1", 500).records().getFirst().actions().mayUpdate());
    }

    @Test
    void whatComesTwiceInAPageCountsAsItCameLast() throws BackendException {
        String gone = "{\"kind\":\"ticket\",\"id\":\"" + ID + "\",\"seq\":13,\"deleted\":true}";
        server.answer = TestServer.json(
                "{\"epoch\":\"one\",\"cursor\":\"c2\",\"more\":false,\"changes\":[" + TICKET + "," + gone + "]}");

        ChangePage page = backend.changes("c1", 500);

        assertTrue(page.records().isEmpty());
        assertEquals(1, page.deleted().size());
    }

    @Test
    void push() throws BackendException {
        server.answer = TestServer.json("{\"results\":["
                + "{\"id\":\"" + ID + "\",\"outcome\":\"applied\",\"record\":" + TICKET + "},"
                + "{\"id\":\"" + OTHER + "\",\"outcome\":\"conflict\",\"record\":null},"
                + "{\"id\":\"" + ID + "\",\"outcome\":\"rejected\",\"problem\":{\"code\":\"validation_failed\","
                + "\"title\":\"No.\",\"detail\":null,\"errors\":[{\"field\":\"subject\",\"code\":\"too_long\",\"detail\":\"At most 200.\"}]}},"
                + "{\"id\":\"" + OTHER + "\",\"outcome\":\"retry\",\"retryAfter\":7}]}");
        Operation operation = new Operation(
                OTHER,
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                ID,
                3,
                List.of(new FieldChange("subject", null, "a \"b\""), new FieldChange("tags", List.of("x"), List.of())),
                List.of(ID),
                Instant.parse("2026-03-02T08:00:00.5Z"));

        List<OperationResult> results = backend.push(List.of(operation));

        assertEquals(ID, ((OperationResult.Applied) results.get(0)).record().id());
        assertEquals(new OperationResult.Conflict(OTHER, Optional.empty()), results.get(1));
        Problem problem = ((OperationResult.Rejected) results.get(2)).problem();
        assertEquals("subject: At most 200.", problem.sentence());
        assertEquals(new OperationResult.Retry(OTHER, Optional.of(Duration.ofSeconds(7))), results.get(3));
        assertEquals("POST", server.last().method());
        assertEquals(
                "application/json",
                server.last().headers().getFirst("Content-Type").split(";")[0]);
        assertEquals(
                "{\"operations\":[{\"id\":\"" + OTHER + "\",\"type\":\"update\",\"kind\":\"ticket\",\"entityId\":\""
                        + ID
                        + "\",\"baseVersion\":3,\"changes\":[{\"field\":\"subject\",\"old\":null,\"new\":\"a \\\"b\\\"\"},"
                        + "{\"field\":\"tags\",\"old\":[\"x\"],\"new\":[]}],\"dependsOn\":[\"" + ID
                        + "\"],\"performedAt\":\"2026-03-02T08:00:00.500Z\"}]}",
                server.last().body());
    }

    @Test
    void whatWasAppliedToARecordThatIsGoneSinceIsNotShownAgain() throws BackendException {
        UUID update = Operations.note().id();
        UUID delete = OTHER;
        String gone = "\"outcome\":\"applied\",\"record\":{\"kind\":\"note\",\"id\":\"" + ID
                + "\",\"version\":2,\"seq\":9,\"deleted\":true,\"data\":{}}}";
        server.answer = TestServer.json(
                "{\"results\":[{\"id\":\"" + update + "\"," + gone + ",{\"id\":\"" + delete + "\"," + gone + "]}");
        Operation deletion = new Operation(
                delete, Operation.Type.DELETE, EntityKind.NOTE, ID, 1, List.of(), List.of(), Instant.EPOCH);

        List<OperationResult> results = backend.push(List.of(Operations.note(), deletion));

        assertEquals(new OperationResult.AppliedAndGone(update), results.get(0));
        assertEquals(2, ((OperationResult.Applied) results.get(1)).record().version());
    }

    @Test
    void whatIsTooLargeForOneRequestGoesInSeveral() throws BackendException {
        server.answer = TestServer.json("{\"results\":[]}");
        String large = "x".repeat(1_500_000);
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            operations.add(new Operation(
                    new UUID(7, i),
                    Operation.Type.CREATE,
                    EntityKind.NOTE,
                    new UUID(8, i),
                    0,
                    List.of(new FieldChange("body", null, large)),
                    List.of(),
                    Instant.EPOCH));
        }
        backend.push(operations);

        assertEquals(3, server.requests.size());
        assertTrue(server.requests.stream().allMatch(request -> request.body().length() < 8_000_000));
        for (int i = 0; i < 5; i++) {
            assertTrue(server.requests.get(i / 2).body().contains(new UUID(7, i).toString()));
        }
    }

    @Test
    void news() throws BackendException {
        server.answer = TestServer.of(
                200,
                "text/event-stream",
                ": beat\n\nevent: other\ndata: 1\n\nevent: news\r\ndata: {\"seq\":5}\r\n\r\n");

        assertTrue(backend.awaitNews("c1", Duration.ofMinutes(5)));
        assertEquals("/v1/events?cursor=c1", server.last().uri().toString());
    }

    @Test
    void newsArriveWhileTheStreamGoesOn() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(": beat\n\nevent: news\ndata: {\"seq\":5}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };

        assertTrue(backend.awaitNews("c1", Duration.ofMinutes(5)));
        over.countDown();
    }

    @Test
    void connectionsAreUsedAgain() throws BackendException {
        Set<Integer> ports = new HashSet<>();
        server.answer = exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            TestServer.json(SESSION).write(exchange);
        };
        for (int i = 0; i < 5; i++) {
            backend.session();
        }
        assertEquals(1, ports.size());
    }

    @Test
    void aStreamThatEndsMayMeanNews() throws BackendException {
        server.answer = TestServer.of(200, "text/event-stream", ": beat\n\n");
        assertTrue(backend.awaitNews("c1", Duration.ofMinutes(5)));
    }

    @Test
    void theWaitForNewsEndsInTime() throws BackendException {
        server.answer = TestServer.of(200, "text/event-stream", ": beat\n\n");
        assertFalse(backend.awaitNews("c1", Duration.ZERO));
    }

    private static class Seen implements SnapshotSink {

        final List<String> events = new ArrayList<>();
        final List<EntityRecord> records = new ArrayList<>();

        @Override
        public void begin(String epoch, Map<EntityKind, Long> expected) {
            events.add("begin " + epoch + " " + expected);
        }

        @Override
        public void record(EntityRecord record) throws BackendException {
            events.add("record " + record.id());
            records.add(record);
        }

        @Override
        public void workable() {
            events.add("workable");
        }
    }
}
