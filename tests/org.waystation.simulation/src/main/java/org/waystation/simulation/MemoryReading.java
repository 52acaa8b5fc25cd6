package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Stamp;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Cursor;
import org.waystation.server.record.FeedHead;
import org.waystation.server.record.Json;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/**
 * What one caller reads of the server in memory: snapshot, changes, digests and ids of a scope, as the contract has them.
 *
 * @param reach what the caller may see at all
 */
record MemoryReading(ServerMemory memory, UUID epoch, Caller caller, Predicate<StoredRecord> reach) {

    /** As a database compares them; Java's own order takes the first bit for a sign. */
    private static final Comparator<StoredRecord> BY_ID =
            Comparator.comparing(record -> record.id().toString());

    /** So that a simulation's small data has several of them. */
    private static final int RECORDS_TO_A_MARK = 7;

    private static final Set<String> FIRST = Set.of("user", "company", "agreement");

    /**
     * Where a stream goes on.
     *
     * @param from where it began
     * @param id the last id that was sent behind what comes first
     */
    private record Mark(Cursor from, UUID id, long before) {

        static Mark read(String text) {
            String[] parts = text.split("~");
            return new Mark(Cursor.decode(parts[0]).orElseThrow(), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }

        String text() {
            return from.encode() + "~" + id + "~" + before;
        }
    }

    byte[] snapshot(Map<String, String> query) {
        MemorySelection selection = MemorySelection.of(query);
        Set<UUID> own = MemorySelection.own(memory, caller.id());
        Set<String> kinds = Set.of(query.getOrDefault("kinds", "").split(","));
        List<StoredRecord> all = memory.live().stream()
                .filter(reach)
                .filter(record -> selection.wants(record, own))
                .filter(record ->
                        kinds.contains("") || kinds.contains(record.kind().code()))
                .toList();
        Mark begun = query.containsKey("after")
                ? goesOn(Mark.read(query.get("after")))
                : new Mark(here(), new UUID(0, 0), 0);
        Map<String, Long> expected = new LinkedHashMap<>();
        all.forEach(record -> expected.merge(record.kind().code(), 1L, Long::sum));
        StringBuilder lines = new StringBuilder();
        ObjectNode begin = Json.object();
        ObjectNode inner = begin.putObject("begin").put("epoch", epoch.toString());
        expected.forEach(inner.putObject("expected")::put);
        line(lines, begin);
        long sent = 0;
        if (!query.containsKey("after")) {
            for (StoredRecord record : all) {
                if (first(record, own)) {
                    line(lines, envelope(record));
                    sent++;
                }
            }
            line(lines, Json.object().put("workable", true));
            line(lines, Json.object().put("mark", new Mark(begun.from, begun.id, sent).text()));
        }
        List<StoredRecord> rest = new ArrayList<>(all);
        rest.sort(BY_ID);
        for (StoredRecord record : rest) {
            boolean sentFirst = first(record, own) && !query.containsKey("after");
            if (record.id().toString().compareTo(begun.id.toString()) > 0 && !sentFirst) {
                line(lines, envelope(record));
                sent++;
                if (sent % RECORDS_TO_A_MARK == 0) {
                    Mark mark = new Mark(begun.from, record.id(), begun.before + sent);
                    line(lines, Json.object().put("mark", mark.text()));
                }
            }
        }
        ObjectNode end = Json.object();
        end.putObject("end")
                .put("epoch", epoch.toString())
                .put("cursor", begun.from.encode())
                .put("records", sent);
        line(lines, end);
        return bytes(lines);
    }

    private Mark goesOn(Mark mark) {
        head().requireContinues(epoch, caller, mark.from);
        return mark;
    }

    private boolean first(StoredRecord record, Set<UUID> own) {
        return FIRST.contains(record.kind().code()) || own.contains(record.id());
    }

    ObjectNode changes(Map<String, String> query) {
        Cursor cursor = cursor(query);
        MemorySelection selection = MemorySelection.of(query);
        Set<UUID> own = MemorySelection.own(memory, caller.id());
        int limit = Integer.parseInt(query.getOrDefault("limit", "500"));
        List<StoredRecord> all = memory.after(cursor.seq());
        List<StoredRecord> page = all.subList(0, Math.min(limit, all.size()));
        boolean more = page.size() < all.size();
        ObjectNode body = Json.object();
        body.put("epoch", epoch.toString());
        body.put(
                "cursor",
                cursor.at(more ? page.getLast().seq() : memory.sequence()).encode());
        body.put("more", more);
        ArrayNode changes = body.putArray("changes");
        Map<UUID, StoredRecord> brought = new TreeMap<>();
        for (StoredRecord record : page) {
            if (!reach.test(record)) {
                continue;
            }
            boolean wanted = selection.wants(record, own);
            changes.add(record.deleted() || !wanted ? gone(record) : envelope(record));
            if (wanted
                    && !record.deleted()
                    && !selection.isWhole()
                    && record.kind().equals(EntityKind.TICKET)) {
                memory.holdParts(EntityKind.TICKET, record.id()).stream()
                        .filter(reach)
                        .filter(part -> selection.wants(part, own))
                        .forEach(part -> brought.put(part.id(), part));
            }
        }
        if (!brought.isEmpty()) {
            ArrayNode array = body.putArray("brought");
            brought.values().forEach(record -> array.add(envelope(record)));
        }
        return body;
    }

    private static ObjectNode gone(StoredRecord record) {
        return Json.object()
                .put("kind", record.kind().code())
                .put("id", record.id().toString())
                .put("seq", record.seq())
                .put(record.deleted() ? "deleted" : "left", true);
    }

    private List<StoredRecord> selected(Map<String, String> query) {
        MemorySelection selection = MemorySelection.of(query);
        Set<UUID> own = MemorySelection.own(memory, caller.id());
        return memory.live().stream()
                .filter(reach)
                .filter(record -> selection.wants(record, own))
                .sorted(BY_ID)
                .toList();
    }

    ObjectNode digests(Map<String, String> query) {
        Map<String, Digest> digests = new TreeMap<>();
        for (StoredRecord record : selected(query)) {
            Digest one = Digest.NONE.plus(record.id(), new Stamp(record.version(), record.seq()));
            digests.merge(record.kind().code(), one, Digest::plus);
        }
        ObjectNode body = where(Json.object());
        ObjectNode kinds = body.putObject("kinds");
        digests.forEach((kind, digest) ->
                kinds.putObject(kind).put("count", digest.count()).put("hash", "%016x".formatted(digest.hash())));
        return body;
    }

    byte[] liveIds(Map<String, String> query) {
        StringBuilder lines = new StringBuilder();
        ObjectNode begin = Json.object();
        where(begin.putObject("begin"));
        line(lines, begin);
        long count = 0;
        for (StoredRecord record : selected(query)) {
            if (record.kind().code().equals(query.get("kind"))) {
                lines.append("[\"%s\",%d,%d]\n".formatted(record.id(), record.version(), record.seq()));
                count++;
            }
        }
        ObjectNode end = Json.object();
        end.putObject("end").put("count", count);
        line(lines, end);
        return bytes(lines);
    }

    private ObjectNode where(ObjectNode into) {
        return into.put("epoch", epoch.toString())
                .put("cursor", here().encode())
                .put("seq", memory.sequence());
    }

    ObjectNode one(UUID id) {
        StoredRecord record = memory.find(id)
                .filter(found -> !found.deleted())
                .filter(reach)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, id.toString()));
        return envelope(record);
    }

    Cursor cursor(Map<String, String> query) {
        Cursor cursor = Cursor.decode(query.getOrDefault("cursor", ""))
                .orElseThrow(() -> ProblemException.ofField("cursor", "malformed", "is no cursor of this server"));
        head().requireContinues(epoch, caller, cursor);
        return cursor;
    }

    private FeedHead head() {
        return new FeedHead(memory.sequence(), memory.oldest());
    }

    private Cursor here() {
        return new Cursor(epoch, memory.sequence(), caller.scopeRevision());
    }

    private ObjectNode envelope(StoredRecord record) {
        return record.envelope(new Rights(caller).actions(record));
    }

    private static void line(StringBuilder lines, ObjectNode line) {
        lines.append(Json.text(line)).append('\n');
    }

    private static byte[] bytes(StringBuilder lines) {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
