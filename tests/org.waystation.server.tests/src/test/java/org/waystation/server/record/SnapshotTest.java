package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestCallers;
import org.waystation.server.TestServer;
import org.waystation.server.selection.Selection;

@ExtendWith(ServerExtension.class)
class SnapshotTest {

    @Test
    void everyRecordComesExactlyOnce(TestServer server) throws Exception {
        List<JsonNode> lines =
                lines(server.api().get("/v1/snapshot").expect(200).body());
        List<String> ids =
                records(lines).stream().map(r -> r.get("id").textValue()).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(new HashSet<>(server.sql("select id from record where deleted_at is null")), new HashSet<>(ids));
        JsonNode end = lines.getLast().get("end");
        assertEquals(ids.size(), end.get("records").intValue());
        long expected = 0;
        for (JsonNode count : lines.getFirst().at("/begin/expected")) {
            expected += count.longValue();
        }
        assertEquals(expected, ids.size(), "what is announced is what comes");
        assertEquals(lines.getFirst().at("/begin/epoch"), end.get("epoch"));
    }

    @Test
    void whatIsNeededToStartWorkingComesFirst(TestServer server) {
        List<JsonNode> lines =
                lines(server.api().get("/v1/snapshot").expect(200).body());
        List<String> kinds =
                lines.stream().map(line -> line.path("kind").asText("")).toList();
        assertTrue(kinds.lastIndexOf("user") < kinds.indexOf("company"));
        assertTrue(kinds.lastIndexOf("company") < kinds.indexOf("agreement"));
        int workable = place(lines, "workable");
        Map<String, JsonNode> before = new HashMap<>();
        lines.subList(1, workable).forEach(record -> before.put(record.get("id").textValue(), record));
        String me = server.technician().toString();
        Set<String> mine = new HashSet<>();
        for (JsonNode record : records(lines)) {
            JsonNode data = record.get("data");
            boolean open =
                    !Set.of("resolved", "closed").contains(data.path("status").asText());
            if (record.get("kind").textValue().equals("ticket")
                    && data.path("assigneeId").asText().equals(me)
                    && open) {
                mine.add(record.get("id").textValue());
                assertTrue(before.containsKey(record.get("id").textValue()));
                for (String field : List.of("companyId", "agreementId", "contactId", "assetId")) {
                    assertTrue(
                            !data.has(field)
                                    || before.containsKey(data.get(field).textValue()),
                            field);
                }
            }
        }
        assertTrue(mine.size() >= 37);
        for (JsonNode record : lines.subList(workable + 1, lines.size() - 1)) {
            assertFalse(mine.contains(record.at("/data/ticketId").asText("")), "a note of an open ticket came late");
        }
        assertTrue(before.size() < 1000, "only what is needed comes first");
    }

    @Test
    void kindsCanBeChosen(TestServer server) {
        List<JsonNode> lines = lines(server.api()
                .get("/v1/snapshot?kinds=contact,company")
                .expect(200)
                .body());
        Set<String> kinds =
                records(lines).stream().map(r -> r.get("kind").textValue()).collect(Collectors.toSet());
        assertEquals(Set.of("contact", "company"), kinds);
        Set<String> announced = new HashSet<>();
        lines.getFirst().at("/begin/expected").fieldNames().forEachRemaining(announced::add);
        assertEquals(kinds, announced);
        assertEquals(records(lines).size(), lines.getLast().at("/end/records").intValue());
    }

    @Test
    void aSnapshotWhileOthersWriteIsOnePointOfTheHistoryAndTheFeedGoesOnFromIt(TestServer server) throws Exception {
        Ops ops = new Ops(server.colleague());
        String company = ops.company("Aldgate Surveyors");
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                Ops.Op ticket = Ops.ticket(company);
                ops.send(ticket, Ops.note(ticket.entityId(), "public", "x").after(ticket));
            }
        });
        List<JsonNode> lines;
        try {
            lines = lines(server.api().get("/v1/snapshot").expect(200).body());
        } finally {
            enough.set(true);
            writer.join();
        }
        Map<String, JsonNode> copy = new HashMap<>();
        records(lines).forEach(record -> copy.put(record.get("id").textValue(), record));
        // A note is never there without its ticket: both were written before or after the point.
        copy.values().stream()
                .filter(record -> record.get("data").has("ticketId"))
                .forEach(part ->
                        assertTrue(copy.containsKey(part.at("/data/ticketId").textValue())));
        String cursor = lines.getLast().at("/end/cursor").textValue();
        boolean more = true;
        while (more) {
            JsonNode page = server.api()
                    .get("/v1/changes?limit=1000&cursor=" + cursor)
                    .expect(200)
                    .json();
            for (JsonNode change : page.get("changes")) {
                if (change.path("deleted").asBoolean()) {
                    copy.remove(change.get("id").textValue());
                } else {
                    copy.put(change.get("id").textValue(), change);
                }
            }
            cursor = page.get("cursor").textValue();
            more = page.get("more").booleanValue();
        }
        Map<String, String> expected = new HashMap<>();
        for (JsonNode record : records(lines(server.api().get("/v1/snapshot").body()))) {
            expected.put(record.get("id").textValue(), record.toString());
        }
        Map<String, String> actual = new HashMap<>();
        copy.forEach((id, record) -> actual.put(id, record.toString()));
        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void itIsCompressedForThoseWhoTakeIt(String encoding, TestServer server) throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        server.api()
                                .request("/v1/snapshot?kinds=note", "Accept-Encoding", encoding)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(Optional.of(encoding), response.headers().firstValue("Content-Encoding"));
        byte[] plain;
        InputStream packed = new ByteArrayInputStream(response.body());
        try (InputStream in = encoding.equals("gzip") ? new GZIPInputStream(packed) : new ZstdInputStream(packed)) {
            plain = in.readAllBytes();
        }
        assertTrue(response.body().length * 3 < plain.length);
        assertTrue(lines(new String(plain, StandardCharsets.UTF_8)).getLast().has("end"));
    }

    @Test
    void aStreamThatBreaksOffHasNoEnd(TestServer server) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        OutputStream breaking = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (received.size() > 100_000) {
                    throw new IOException("cut off");
                }
                received.write(b);
            }
        };
        Snapshot snapshot = new Snapshot(server.database(), UUID.randomUUID());
        assertThrows(
                IOException.class,
                () -> snapshot.write(
                        Selection.all(Set.of("ticket", "note")), Optional.empty(), TestCallers.lead(), breaking));
        assertFalse(received.toString(StandardCharsets.UTF_8).contains("\"end\""));
    }

    private static int place(List<JsonNode> lines, String what) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).has(what)) {
                return i;
            }
        }
        throw new AssertionError("No line " + what);
    }

    private static List<JsonNode> records(List<JsonNode> lines) {
        return lines.stream().filter(line -> line.has("kind")).toList();
    }

    private static List<JsonNode> lines(String body) {
        List<JsonNode> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(Json.parseStored(line)));
        return lines;
    }
}
