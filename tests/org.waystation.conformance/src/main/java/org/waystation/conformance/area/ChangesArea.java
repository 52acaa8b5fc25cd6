package org.waystation.conformance.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** What changed after a cursor, in the order of commits. */
public final class ChangesArea implements Area {

    private static final int WRITERS = 4;
    private static final int EACH = 10;

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("changes.nothing", "Nothing new: an empty page of at most 2 KB.", this::nothing),
                new Requirement("changes.order", "Sequences rise, over pages too.", this::order),
                new Requirement(
                        "changes.edit", "A new record and an edit of it come, with the last state once.", this::edit),
                new Requirement("changes.tombstone", "What was deleted comes as a tombstone.", this::tombstone),
                new Requirement(
                        "changes.more", "Small pages say that more is there, and together hold the same.", this::more),
                new Requirement(
                        "changes.commit-order",
                        "A reader that follows while many write misses nothing and sees nothing twice.",
                        this::commitOrder),
                new Requirement("changes.epoch", "Each page names the epoch.", this::epoch),
                new Requirement("changes.cursor", "A cursor that this server never gave is refused.", this::cursor),
                new Requirement("changes.limit", "A limit below 1 or above 1000 is refused.", this::limit));
    }

    private void nothing(Bench bench) throws Exception {
        String cursor = bench.cursor();
        Reply reply = bench.api().get("/v1/changes?cursor=" + cursor).expect(200);
        Unmet.unlessEqual(0, reply.json().path("changes").size(), "the number of changes");
        Unmet.unless(!reply.json().path("more").asBoolean(), "There must not be more.");
        Unmet.unless(reply.body().length <= 2048, "The answer has " + reply.body().length + " bytes.");
        String next = reply.json().path("cursor").asString();
        Unmet.unlessEqual(List.of(), bench.changes(next), "the changes after the new cursor");
    }

    private void order(Bench bench) throws Exception {
        String at = bench.cursor();
        String ticket = bench.newTicket("in order").path("id").asString();
        for (int i = 0; i < 5; i++) {
            bench.apply(bench.note(ticket, "note " + i));
        }
        long last = 0;
        boolean more = true;
        int count = 0;
        while (more) {
            JsonNode page = bench.api()
                    .get("/v1/changes?limit=2&cursor=" + at)
                    .expect(200)
                    .json();
            for (JsonNode change : page.path("changes")) {
                long seq = change.path("seq").asLong();
                Unmet.unless(seq > last, "Sequence " + seq + " comes after " + last);
                last = seq;
                count++;
            }
            at = page.path("cursor").asString();
            more = page.path("more").asBoolean();
        }
        Unmet.unless(count >= 6, "Of six records " + count + " came.");
    }

    private void edit(Bench bench) throws Exception {
        String cursor = bench.cursor();
        JsonNode made = bench.newTicket("edited");
        String id = made.path("id").asString();
        JsonNode edited = bench.apply(Op.update(made).set("priority", "p2"));
        List<JsonNode> changes = of(bench.changes(cursor), id);
        Unmet.unlessEqual(1, changes.size(), "how often the record comes");
        Unmet.unlessEqual(edited.path("version"), changes.getFirst().path("version"), "its version");
        Unmet.unlessEqual(
                edited.path("data"), changes.getFirst().path("data"), "its fields, as the operation's answer has them");
    }

    private void tombstone(Bench bench) throws Exception {
        String ticket = bench.newTicket("with a note that goes").path("id").asString();
        JsonNode note = bench.apply(bench.note(ticket, "goes"));
        String cursor = bench.cursor();
        JsonNode deleted = bench.apply(Op.delete(note));
        List<JsonNode> changes = of(bench.changes(cursor), note.path("id").asString());
        Unmet.unlessEqual(1, changes.size(), "how often the deletion comes");
        Unmet.unless(changes.getFirst().path("deleted").asBoolean(false), "It must say deleted.");
        Unmet.unless(!changes.getFirst().has("data"), "A tombstone must hold no fields.");
        Unmet.unlessEqual(deleted.path("seq"), changes.getFirst().path("seq"), "its sequence");
    }

    private void more(Bench bench) throws Exception {
        String cursor = bench.cursor();
        String ticket = bench.newTicket("with notes").path("id").asString();
        bench.push(bench.note(ticket, "1"), bench.note(ticket, "2"), bench.note(ticket, "3"))
                .forEach(Bench::applied);
        List<String> whole = ids(bench.api()
                .get("/v1/changes?limit=1000&cursor=" + cursor)
                .expect(200)
                .json()
                .path("changes"));
        List<String> pieces = new ArrayList<>();
        String at = cursor;
        boolean more = true;
        for (int page = 0; more; page++) {
            Unmet.unless(page < 50, "The pages have no end.");
            JsonNode answer = bench.api()
                    .get("/v1/changes?limit=1&cursor=" + at)
                    .expect(200)
                    .json();
            Unmet.unless(answer.path("changes").size() <= 1, "More came than the limit allows.");
            pieces.addAll(ids(answer.path("changes")));
            at = answer.path("cursor").asString();
            more = answer.path("more").asBoolean();
        }
        Unmet.unlessEqual(Set.copyOf(whole), Set.copyOf(pieces), "what all the pages hold");
    }

    private void commitOrder(Bench bench) throws Exception {
        String at = bench.cursor();
        String ticket = bench.newTicket("written to by many").path("id").asString();
        Set<String> written = new HashSet<>();
        List<String> seen = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                writers.add(executor.submit(() -> {
                    List<String> ids = new ArrayList<>();
                    for (int i = 0; i < EACH; i++) {
                        ids.add(bench.apply(bench.note(ticket, "writer " + writer))
                                .path("id")
                                .asString());
                    }
                    return ids;
                }));
            }
            long last = 0;
            boolean going = true;
            while (going) {
                going = writers.stream().anyMatch(writer -> !writer.isDone());
                JsonNode page = bench.api()
                        .get("/v1/changes?limit=7&cursor=" + at)
                        .expect(200)
                        .json();
                for (JsonNode change : page.path("changes")) {
                    Unmet.unless(change.path("seq").asLong() > last, "A lower sequence came later: " + change);
                    last = change.path("seq").asLong();
                    seen.add(change.path("id").asString());
                }
                at = page.path("cursor").asString();
                going |= page.path("more").asBoolean();
            }
            for (Future<List<String>> writer : writers) {
                written.addAll(writer.get());
            }
        }
        for (String id : written) {
            long times = seen.stream().filter(id::equals).count();
            Unmet.unless(times == 1, "Note " + id + " came " + times + " times.");
        }
    }

    private void epoch(Bench bench) throws Exception {
        String epoch =
                bench.api().get("/v1/session").expect(200).json().path("epoch").asString();
        JsonNode page = bench.api()
                .get("/v1/changes?cursor=" + bench.cursor())
                .expect(200)
                .json();
        Unmet.unlessEqual(epoch, page.path("epoch").asString(), "the epoch of the page");
    }

    private void cursor(Bench bench) throws Exception {
        bench.api().get("/v1/changes?cursor=nonsense").expect(400, "validation_failed");
        bench.api().get("/v1/changes?cursor=").expect(400, "validation_failed");
        String mine = bench.cursor();
        char first = mine.charAt(0);
        Reply reply = bench.api().get("/v1/changes?cursor=" + (first == 'B' ? 'C' : 'B') + mine.substring(1));
        Unmet.unless(
                reply.status() == 400 || reply.status() == 410,
                "A cursor that was tampered with must be refused, but is answered " + reply.status());
    }

    private void limit(Bench bench) throws Exception {
        String cursor = bench.cursor();
        for (String limit : List.of("0", "-1", "1001", "x")) {
            Reply reply = bench.api()
                    .get("/v1/changes?limit=" + limit + "&cursor=" + cursor)
                    .expect(400, "validation_failed");
            Unmet.unlessEqual(List.of("limit"), reply.wrongFields(), "the wrong fields");
        }
    }

    private static List<JsonNode> of(List<JsonNode> changes, String id) {
        return changes.stream()
                .filter(change -> change.path("id").asString("").equals(id))
                .toList();
    }

    private static List<String> ids(JsonNode changes) {
        return changes.valueStream().map(change -> change.path("id").asString()).toList();
    }
}
