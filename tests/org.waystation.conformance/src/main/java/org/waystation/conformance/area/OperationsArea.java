package org.waystation.conformance.area;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.Op;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A batch of edits that were made earlier, each with a result. */
public final class OperationsArea implements Area {

    private static final int AT_ONCE = 4;

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement(
                        "operations.create", "A record is made with the id that its maker chose.", this::create),
                new Requirement(
                        "operations.update", "An edit raises the version by one and leaves the rest.", this::update),
                new Requirement("operations.remove-field", "Null removes a field.", this::removeField),
                new Requirement("operations.delete", "A deletion answers the record as deleted.", this::delete),
                new Requirement("operations.again", "Sent again it changes nothing and is applied.", this::again),
                new Requirement(
                        "operations.again-later",
                        "Sent again after others' edits it is applied, with the record as it now is.",
                        this::againLater),
                new Requirement(
                        "operations.again-at-once", "Sent several times at once it is done once.", this::againAtOnce),
                new Requirement(
                        "operations.conflict", "A stale base: conflict with the record as it now is.", this::conflict),
                new Requirement(
                        "operations.conflict-deleted",
                        "An edit of what is deleted: conflict without a record.",
                        this::deleted),
                new Requirement(
                        "operations.race", "Of edits at once on one version exactly one is applied.", this::race),
                new Requirement("operations.rejected", "All wrong fields are named.", this::rejected),
                new Requirement(
                        "operations.rejected-nothing", "What is not applied changes nothing.", this::nothingDone),
                new Requirement(
                        "operations.required", "A field that must be there is missed by its name.", this::required),
                new Requirement(
                        "operations.unknown-field", "A field that is none is rejected by its name.", this::unknown),
                new Requirement(
                        "operations.unknown-member",
                        "What a newer client says of an operation itself is passed over.",
                        this::unknownMember),
                new Requirement("operations.reference", "What is referred to must be there.", this::reference),
                new Requirement("operations.taken", "An id that is taken: already_exists.", this::taken),
                new Requirement("operations.missing", "An edit of what never was: not_found.", this::missing),
                new Requirement("operations.order", "Results come in the order of the operations.", this::order),
                new Requirement(
                        "operations.depends", "What depends on another comes after it in one batch.", this::depends),
                new Requirement(
                        "operations.depends-rejected",
                        "What depends on something rejected is rejected, all else goes on.",
                        this::dependsRejected),
                new Requirement(
                        "operations.depends-unknown",
                        "What depends on something unknown is rejected.",
                        this::dependsUnknown),
                new Requirement("operations.kept", "Fields that the server keeps are ignored.", this::kept),
                new Requirement(
                        "operations.future", "A clock that runs ahead makes nothing in the future.", this::future),
                new Requirement(
                        "operations.touch", "What the server keeps changes the seq and not the version.", this::touch),
                new Requirement(
                        "operations.batch", "More than 500, or one twice, are refused as a whole.", this::batch),
                new Requirement("operations.empty", "An empty batch is answered without results.", this::empty),
                new Requirement(
                        "operations.foreign-id", "An operation's id that is another's is refused.", this::foreignId),
                new Requirement(
                        "operations.chain",
                        "Of a device's audit chain only the next entry is taken, with the hash of the one before.",
                        this::chain));
    }

    private void create(Bench bench) throws Exception {
        String cursor = bench.cursor();
        Op op = bench.ticket("made").set("tags", List.of("a", "b"));
        JsonNode record = bench.apply(op);
        Unmet.unlessEqual(op.entityId(), record.path("id").asString(), "the id");
        Unmet.unlessEqual(1L, record.path("version").asLong(), "the version");
        Unmet.unlessEqual(Bench.MARK + "made", record.at("/data/subject").asString(), "the subject");
        Unmet.unlessEqual(Json.of(List.of("a", "b")), record.at("/data/tags"), "the tags");
        Unmet.unlessEqual(
                record.path("data"),
                bench.inFeed(cursor, op.entityId())
                        .orElseThrow(() -> new Unmet("It is not in the feed."))
                        .path("data"),
                "the record in the feed");
    }

    private void update(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("updated");
        JsonNode edited = bench.apply(Op.update(made).set("priority", "p1"));
        Unmet.unlessEqual(2L, edited.path("version").asLong(), "the version");
        Unmet.unlessEqual("p1", edited.at("/data/priority").asString(), "the priority");
        Unmet.unlessEqual(made.at("/data/subject"), edited.at("/data/subject"), "the subject");
        Unmet.unless(edited.path("seq").asLong() > made.path("seq").asLong(), "The seq must rise.");
    }

    private void removeField(Bench bench) throws Exception {
        JsonNode made = bench.apply(bench.ticket("with a field less").set("tags", List.of("x")));
        JsonNode edited = bench.apply(Op.update(made).set("tags", null));
        Unmet.unless(!edited.path("data").has("tags"), "The field must be gone: " + edited);
    }

    private void delete(Bench bench) throws Exception {
        JsonNode note =
                bench.apply(bench.note(bench.newTicket("with a note").path("id").asString(), "gone"));
        JsonNode gone = bench.apply(Op.delete(note));
        Unmet.unless(gone.path("deleted").asBoolean(false), "It must say deleted: " + gone);
        Unmet.unlessEqual(2L, gone.path("version").asLong(), "the version");
    }

    private void again(Bench bench) throws Exception {
        String ticket = bench.newTicket("booked once").path("id").asString();
        Op op = bench.time(ticket, 7);
        JsonNode first = bench.apply(op);
        String cursor = bench.cursor();
        JsonNode second = bench.apply(op);
        Unmet.unlessEqual(first, second, "the record the second time");
        Unmet.unlessEqual(List.of(), bench.changes(cursor), "what the second time changed");
    }

    private void againLater(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("sent again later");
        Op op = Op.update(made).set("priority", "p1");
        JsonNode second = bench.apply(op);
        JsonNode third = bench.apply(Op.update(second).set("priority", "p4"));
        JsonNode now = bench.apply(op);
        Unmet.unlessEqual(third.path("version"), now.path("version"), "the version");
        Unmet.unlessEqual("p4", now.at("/data/priority").asString(), "the priority, which somebody changed since");
    }

    private void againAtOnce(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("sent at once");
        Op op = Op.update(made).set("priority", "p2");
        for (JsonNode result : atOnce(bench, java.util.Collections.nCopies(AT_ONCE, op))) {
            String outcome = result.path("outcome").asString("");
            Unmet.unless(Set.of("applied", "retry").contains(outcome), "Neither applied nor retry: " + result);
        }
        JsonNode now = bench.apply(op);
        Unmet.unlessEqual(2L, now.path("version").asLong(), "the version");
    }

    private void conflict(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("in conflict");
        JsonNode theirs = bench.apply(Op.update(made).set("priority", "p1"));
        JsonNode result = bench.one(Op.update(made).set("priority", "p4"));
        Unmet.unlessEqual("conflict", result.path("outcome").asString(), "the outcome");
        Unmet.unlessEqual(theirs.path("version"), result.at("/record/version"), "the version of the record that comes");
        Unmet.unlessEqual(theirs.path("data"), result.at("/record/data"), "the record that comes");
    }

    private void deleted(Bench bench) throws Exception {
        JsonNode note =
                bench.apply(bench.note(bench.newTicket("with a note").path("id").asString(), "gone"));
        bench.apply(Op.delete(note));
        JsonNode result = bench.one(Op.update(note).set("body", "still there?"));
        Unmet.unlessEqual("conflict", result.path("outcome").asString(), "the outcome");
        Unmet.unless(result.path("record").isNull(), "The record must be null: " + result);
    }

    private void race(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("raced for");
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            ops.add(Op.update(made).set("subject", Bench.MARK + "raced for by " + i));
        }
        List<JsonNode> results = atOnce(bench, ops);
        long applied = results.stream()
                .filter(result -> result.path("outcome").asString("").equals("applied"))
                .count();
        Unmet.unless(applied == 1, applied + " of " + AT_ONCE + " edits of one version were applied.");
    }

    private static List<JsonNode> atOnce(Bench bench, List<Op> ops) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(ops.size())) {
            List<Future<JsonNode>> sent = new ArrayList<>();
            ops.forEach(op -> sent.add(executor.submit(() -> bench.one(op))));
            List<JsonNode> results = new ArrayList<>();
            for (Future<JsonNode> one : sent) {
                results.add(one.get());
            }
            return results;
        }
    }

    private void rejected(Bench bench) throws Exception {
        JsonNode result = bench.one(bench.ticket("wrong")
                .set("status", "dreaming")
                .set("tags", "none")
                .set("siteId", 7));
        JsonNode problem = Bench.rejected(result, "validation_failed");
        Set<String> fields = new HashSet<>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asString()));
        Unmet.unlessEqual(Set.of("status", "tags", "siteId"), fields, "the fields that are named");
    }

    private void nothingDone(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("left alone");
        String cursor = bench.cursor();
        Bench.rejected(bench.one(Op.update(made).set("priority", "p1").set("status", "dreaming")), "validation_failed");
        bench.one(Op.update(made, 99).set("priority", "p1"));
        Unmet.unlessEqual(List.of(), bench.changes(cursor), "what changed");
        bench.apply(Op.update(made).set("priority", "p2"));
    }

    private void required(Bench bench) throws Exception {
        JsonNode result =
                bench.one(Op.create("ticket").set("companyId", bench.company()).set("type", "incident"));
        Unmet.unlessEqual(
                "subject",
                Bench.rejected(result, "validation_failed")
                        .at("/errors/0/field")
                        .asString(),
                "the field");
    }

    private void unknown(Bench bench) throws Exception {
        JsonNode result = bench.one(bench.ticket("with a field that is none").set("horoscope", "good"));
        Unmet.unlessEqual(
                "horoscope",
                Bench.rejected(result, "validation_failed")
                        .at("/errors/0/field")
                        .asString(),
                "the field");
    }

    private void unknownMember(Bench bench) throws Exception {
        Op op = bench.ticket("by a newer client").with("mood", "sunny");
        bench.apply(op);
    }

    private void reference(Bench bench) throws Exception {
        JsonNode result = bench.one(bench.ticket("for nobody").set("contactId", Op.newId()));
        Unmet.unlessEqual(
                "contactId",
                Bench.rejected(result, "reference_missing")
                        .at("/errors/0/field")
                        .asString(),
                "the field");
    }

    private void taken(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("there first");
        JsonNode result = bench.one(
                bench.ticket("there second").with("entityId", made.path("id").asString()));
        Bench.rejected(result, "already_exists");
    }

    private void missing(Bench bench) throws Exception {
        JsonNode never =
                Json.object().put("kind", "ticket").put("id", Op.newId()).put("version", 1);
        Bench.rejected(bench.one(Op.update(never).set("priority", "p1")), "not_found");
    }

    private void order(Bench bench) throws Exception {
        List<Op> ops =
                List.of(bench.ticket("one"), bench.ticket("two").set("status", "dreaming"), bench.ticket("three"));
        List<JsonNode> results = Bench.push(bench.api(), ops);
        for (int i = 0; i < ops.size(); i++) {
            Unmet.unlessEqual(ops.get(i).id(), results.get(i).path("id").asString(), "the id of result " + i);
        }
    }

    private void depends(Bench bench) throws Exception {
        Op ticket = bench.ticket("with its note");
        Op note = bench.note(ticket.entityId(), "together").after(ticket);
        bench.push(ticket, note).forEach(Bench::applied);
        Op later = bench.note(ticket.entityId(), "in a later batch").after(ticket, note);
        bench.apply(later);
    }

    private void dependsRejected(Bench bench) throws Exception {
        Op wrong = bench.ticket("wrong").set("status", "dreaming");
        Op note = bench.note(wrong.entityId(), "never").after(wrong);
        Op further = bench.note(wrong.entityId(), "never too").after(note);
        Op other = bench.ticket("goes on");
        List<JsonNode> results = bench.push(wrong, note, further, other);
        Bench.rejected(results.get(0), "validation_failed");
        Bench.rejected(results.get(1), "dependency_not_applied");
        Bench.rejected(results.get(2), "dependency_not_applied");
        Bench.applied(results.get(3));
    }

    private void dependsUnknown(Bench bench) throws Exception {
        Op never = bench.ticket("never sent");
        Bench.rejected(bench.one(bench.ticket("waits").after(never)), "dependency_not_applied");
    }

    private void kept(Bench bench) throws Exception {
        JsonNode made =
                bench.apply(bench.ticket("with a number").set("number", 1).set("updatedAt", "2001-01-01T00:00:00Z"));
        Unmet.unless(made.at("/data/number").asLong() != 1, "The server gives the numbers: " + made);
        Unmet.unless(!made.at("/data/updatedAt").asString().startsWith("2001"), "The server keeps the time: " + made);
    }

    private void future(Bench bench) throws Exception {
        JsonNode made = bench.apply(
                bench.ticket("of next year").performedAt(Instant.now().plus(Duration.ofDays(365))));
        Instant at = Instant.parse(made.at("/data/createdAt").asString());
        Unmet.unless(at.isBefore(Instant.now().plus(Duration.ofMinutes(5))), "It was made at " + at);
        JsonNode earlier = bench.apply(bench.ticket("of yesterday").performedAt(Instant.parse("2026-01-05T09:30:00Z")));
        Unmet.unlessEqual(
                "2026-01-05T09:30:00Z",
                earlier.at("/data/createdAt").asString().replace(".000", ""),
                "the time of work done offline");
    }

    private void touch(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("touched by a note");
        String cursor = bench.cursor();
        bench.apply(bench.note(made.path("id").asString(), "touches"));
        JsonNode now = bench.inFeed(cursor, made.path("id").asString())
                .orElseThrow(() -> new Unmet("The ticket did not come again with its note."));
        Unmet.unlessEqual(made.path("version"), now.path("version"), "the version");
        Unmet.unless(now.path("seq").asLong() > made.path("seq").asLong(), "The seq must rise.");
        bench.apply(Op.update(made).set("priority", "p2"));
    }

    private void batch(Bench bench) throws Exception {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("operations");
        Op op = bench.ticket("too many");
        for (int i = 0; i < 501; i++) {
            list.add(op.node());
        }
        bench.api().post("/v1/operations", body).expect(400, "validation_failed");
        ObjectNode twice = Json.object();
        twice.putArray("operations").add(op.node()).add(op.node());
        bench.api().post("/v1/operations", twice).expect(400, "validation_failed");
        JsonNode first = bench.one(op);
        Unmet.unlessEqual(
                1L, Bench.applied(first).path("version").asLong(), "the version, since nothing was done before");
    }

    private void empty(Bench bench) throws Exception {
        Unmet.unlessEqual(List.of(), bench.push(), "the results");
    }

    private void foreignId(Bench bench) throws Exception {
        Op op = bench.ticket("of the first person");
        bench.apply(op);
        JsonNode result = Bench.push(bench.second(), List.of(op)).getFirst();
        Bench.rejected(result, "forbidden");
    }

    private void chain(Bench bench) throws Exception {
        String device = Op.newId();
        String first = "1".repeat(64);
        String second = "2".repeat(64);
        outOfPlace(bench, entry(device, 2, first, second), 1);
        outOfPlace(bench, entry(device, 1, second, first), 1);
        bench.apply(entry(device, 1, null, first));
        outOfPlace(bench, entry(device, 1, null, first), 2);
        outOfPlace(bench, entry(device, 3, first, second), 2);
        outOfPlace(bench, entry(device, 2, null, second), 2);
        outOfPlace(bench, entry(device, 2, second, second), 2);
        bench.apply(entry(device, 2, first, second));
        bench.apply(entry(Op.newId(), 1, null, first));
    }

    private static Op entry(String device, int position, @Nullable String previous, String hash) {
        Op entry = Op.create("auditEntry")
                .set("deviceId", device)
                .set("position", position)
                .set("at", "2026-01-05T10:00:00Z")
                .set("action", "session.start")
                .set("subject", Bench.MARK + "entry " + position)
                .set("hash", hash);
        return previous == null ? entry : entry.set("previousHash", previous);
    }

    /** What is refused says which entry would be taken, since a workstation goes on from there. */
    private static void outOfPlace(Bench bench, Op entry, int next) throws Exception {
        JsonNode problem = Bench.rejected(bench.one(entry), "chain_broken");
        Unmet.unlessEqual("position", problem.at("/errors/0/field").asString(""), "the field of " + problem);
        Unmet.unlessEqual(
                "must be " + next, problem.at("/errors/0/detail").asString(""), "what is said of the position");
    }
}
