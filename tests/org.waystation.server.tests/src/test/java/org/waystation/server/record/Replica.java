package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waystation.server.Api;

/** A copy of the records of a scope, kept as the contract tells a client to. */
final class Replica {

    private final Api api;
    private final String scope;
    private final Map<UUID, JsonNode> records = new HashMap<>();
    private String cursor = "";
    private String mark = "";

    /** @param scope its parameters, such as {@code days=30}; empty for all */
    Replica(Api api, String scope) {
        this.api = api;
        this.scope = scope;
    }

    /** Takes a snapshot, or goes on with the one that was cut off. */
    void snapshot() {
        take(lines().toList());
        assertTrue(!cursor.isEmpty(), "the stream has an end");
    }

    /** Takes a snapshot of which only so many lines arrive. */
    void snapshotCutAfter(int lines) {
        take(lines().limit(lines).toList());
    }

    boolean hasMark() {
        return !mark.isEmpty();
    }

    private java.util.stream.Stream<String> lines() {
        String resume = mark.isEmpty() ? "" : "&after=" + mark;
        return api.get("/v1/snapshot?" + scope + resume).expect(200).body().lines();
    }

    private void take(List<String> lines) {
        for (String text : lines) {
            JsonNode line = Json.parseStored(text);
            if (line.has("kind")) {
                take(line);
            } else if (line.has("mark")) {
                mark = line.get("mark").textValue();
            } else if (line.has("end")) {
                cursor = line.at("/end/cursor").textValue();
            }
        }
    }

    private void take(JsonNode record) {
        UUID id = UUID.fromString(record.get("id").textValue());
        JsonNode held = records.get(id);
        if (record.path("deleted").booleanValue()) {
            records.remove(id);
        } else if (record.path("left").booleanValue()) {
            drop(id);
        } else if (held == null
                || held.get("seq").longValue() <= record.get("seq").longValue()) {
            records.put(id, record);
        }
    }

    /** With what belongs to it. */
    private void drop(UUID id) {
        records.remove(id);
        Set<UUID> parts = new HashSet<>();
        records.forEach((part, record) -> {
            String kind = record.get("kind").textValue();
            boolean belongs = !kind.equals("ticket")
                            && record.at("/data/ticketId").asText().equals(id.toString())
                    || kind.equals("attachment")
                            && record.at("/data/ownerId").asText().equals(id.toString());
            if (belongs) {
                parts.add(part);
            }
        });
        parts.forEach(this::drop);
    }

    /** Reads the changes to their end. */
    void follow() {
        boolean more = true;
        while (more) {
            JsonNode page = api.get("/v1/changes?limit=7&cursor=" + cursor + (scope.isEmpty() ? "" : "&" + scope))
                    .expect(200)
                    .json();
            page.path("brought").forEach(this::take);
            page.get("changes").forEach(this::take);
            cursor = page.get("cursor").textValue();
            more = page.get("more").booleanValue();
        }
    }

    /** The copy as text by id, for comparing. */
    Map<UUID, String> state() {
        Map<UUID, String> state = new TreeMap<>();
        records.forEach((id, record) -> state.put(id, record.toString()));
        return state;
    }

    /** What a client does where counts or hashes differ: what is not there any more is dropped. */
    void reconcile() {
        Set<String> kinds = new HashSet<>();
        records.values().forEach(record -> kinds.add(record.get("kind").textValue()));
        for (String kind : kinds) {
            Set<UUID> live = new HashSet<>();
            api.get("/v1/live-ids?kind=" + kind + (scope.isEmpty() ? "" : "&" + scope))
                    .expect(200)
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("["))
                    .forEach(line -> live.add(UUID.fromString(line.substring(2, 38))));
            records.values()
                    .removeIf(record -> record.get("kind").textValue().equals(kind)
                            && !live.contains(UUID.fromString(record.get("id").textValue())));
        }
    }

    Map<UUID, JsonNode> records() {
        return records;
    }

    String cursor() {
        return cursor;
    }
}
