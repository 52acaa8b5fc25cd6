package org.waystation.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.record.Json;

@ExtendWith(ServerExtension.class)
class OperationsTest {

    private final TestServer server;
    private final Ops ops;
    private String company = "";

    OperationsTest(TestServer server) {
        this.server = server;
        this.ops = new Ops(server.api());
    }

    @BeforeEach
    void findCompany() {
        company = ops.company("Kestrel Foods");
    }

    @Test
    void anEmptyBatchIsAnsweredWithNothing() {
        assertEquals(0, ops.send().size());
    }

    @Test
    void aNewTicketGetsWhatTheServerKnows() {
        Instant done = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode ticket = ops.applied(
                Ops.ticket(company).performedAt(done).set("number", 7).set("updatedAt", "nonsense"));
        assertEquals(1, ticket.get("version").longValue());
        JsonNode data = ticket.get("data");
        assertTrue(data.get("number").longValue() > 48_213);
        assertEquals("new", data.get("status").textValue());
        assertEquals("reactive", data.get("origin").textValue());
        assertEquals(done.toString(), data.get("createdAt").textValue());
        assertTrue(Instant.parse(data.get("updatedAt").textValue()).isAfter(done));
        assertTrue(Instant.parse(data.get("resolutionDueAt").textValue()).isAfter(done));
        assertEquals(
                ticket,
                server.api().get("/v1/tickets/" + ticket.get("id").textValue()).json());
    }

    @Test
    void numbersOfTicketsAreNeverGivenTwice() {
        Set<Long> numbers = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(ops.applied(Ops.ticket(company)).at("/data/number").longValue());
        }
        assertEquals(5, numbers.size());
    }

    @Test
    void aClockThatRunsAheadMakesNothingInTheFuture() {
        JsonNode ticket =
                ops.applied(Ops.ticket(company).performedAt(Instant.now().plus(Duration.ofDays(2))));
        assertFalse(Instant.parse(ticket.at("/data/createdAt").textValue()).isAfter(Instant.now()));
    }

    @Test
    void anEditChangesItsFieldsAndLeavesTheRest() {
        JsonNode ticket = ops.applied(Ops.ticket(company).set("tags", List.of("a", "b")));
        JsonNode edited = ops.applied(Ops.update(ticket).set("priority", "p1").set("tags", null));
        assertEquals(2, edited.get("version").longValue());
        assertTrue(edited.get("seq").longValue() > ticket.get("seq").longValue());
        assertEquals("p1", edited.at("/data/priority").textValue());
        assertFalse(edited.get("data").has("tags"));
        assertEquals(ticket.at("/data/subject"), edited.at("/data/subject"));
    }

    @Test
    void anEditOfAnOlderVersionIsAConflictAndCanBeRebased() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        new Ops(server.colleague()).applied(Ops.update(ticket).set("priority", "p1"));
        Ops.Op late = Ops.update(ticket).set("subject", "Late");
        JsonNode result = ops.one(late);
        assertEquals("conflict", result.get("outcome").textValue());
        assertEquals(2, result.at("/record/version").longValue());
        assertEquals("p1", result.at("/record/data/priority").textValue());
        JsonNode rebased = ops.applied(late.base(2));
        assertEquals("Late", rebased.at("/data/subject").textValue());
        assertEquals("p1", rebased.at("/data/priority").textValue());
    }

    @Test
    void anEditOfAFutureVersionIsAConflictToo() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        assertEquals(
                "conflict",
                ops.one(Ops.update(ticket).base(9).set("priority", "p1"))
                        .get("outcome")
                        .textValue());
    }

    @Test
    void whatTheServerKeepsDoesNotConflictWithEdits() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        String id = ticket.get("id").textValue();
        JsonNode results = ops.send(
                Ops.note(id, "public", "Looking at it."),
                Ops.time(id, 12),
                Ops.update(ticket).set("status", "in_progress"));
        results.forEach(result -> assertEquals("applied", result.get("outcome").textValue(), result.toString()));
    }

    @Test
    void theFirstAnswerThatTheCustomerCanReadIsTheResponse() {
        JsonNode ticket =
                ops.applied(Ops.ticket(company).performedAt(Instant.now().minus(Duration.ofHours(2))));
        String id = ticket.get("id").textValue();
        ops.applied(Ops.note(id, "internal", "Not for them."));
        assertFalse(read("tickets", id).get("data").has("respondedAt"));
        Instant said = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        ops.applied(Ops.note(id, "public", "Hello.").performedAt(said));
        ops.applied(Ops.note(id, "public", "Hello again."));
        assertEquals(
                said.toString(), read("tickets", id).at("/data/respondedAt").textValue());
    }

    @Test
    void aNoteIsItsAuthors() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        String other = new Ops(server.colleague()).company("Kestrel Foods");
        JsonNode note = ops.applied(Ops.note(ticket.get("id").textValue(), "internal", "Mine")
                .set("authorId", other)
                .set("authorName", "Somebody Else"));
        assertEquals("Tom Reyes", note.at("/data/authorName").textValue());
        assertEquals(server.technician().toString(), note.at("/data/authorId").textValue());
        JsonNode theirs = new Ops(server.colleague()).one(Ops.update(note).set("body", "Theirs"));
        assertEquals("forbidden", theirs.at("/problem/code").textValue());
        assertEquals(
                "forbidden",
                new Ops(server.colleague())
                        .one(Ops.delete(note))
                        .at("/problem/code")
                        .textValue());
        assertEquals(
                "Still mine",
                ops.applied(Ops.update(note).set("body", "Still mine"))
                        .at("/data/body")
                        .textValue());
    }

    @Test
    void timeIsBookedByTheOneWhoSendsIt() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        Instant done = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode time = ops.applied(Ops.time(ticket.get("id").textValue(), 45).performedAt(done));
        assertEquals(server.technician().toString(), time.at("/data/userId").textValue());
        assertEquals(done.toString(), time.at("/data/startedAt").textValue());
        assertFalse(time.at("/data/billable").booleanValue());
    }

    @Test
    void everyWrongFieldIsNamed() {
        JsonNode problem = rejected(Ops.create("ticket")
                .set("subject", "x".repeat(201))
                .set("priority", "urgent")
                .set("responseDueAt", "tomorrow")
                .set("colour", "red"));
        assertEquals("validation_failed", problem.get("code").textValue());
        Set<String> fields = new TreeSet<>();
        problem.get("errors")
                .forEach(error -> fields.add(
                        error.get("field").textValue() + " " + error.get("code").textValue()));
        assertEquals(
                Set.of(
                        "subject too_long",
                        "priority unknown_value",
                        "responseDueAt not_an_instant",
                        "colour unknown_field",
                        "companyId required",
                        "type required"),
                fields);
        assertFalse(problem.toString().contains("xxx"));
    }

    @Test
    void textThatTheDatabaseCannotHoldIsRefusedAtTheField() {
        String ticket = ops.applied(Ops.ticket(company)).get("id").textValue();
        JsonNode problem = rejected(Ops.note(ticket, "public", "a\u0000b"));
        assertEquals("body", problem.at("/errors/0/field").textValue());
        assertEquals("invalid_character", problem.at("/errors/0/code").textValue());
    }

    @Test
    void aRequiredFieldCannotBeRemoved() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        JsonNode problem = rejected(Ops.update(ticket).set("subject", null));
        assertEquals("subject", problem.at("/errors/0/field").textValue());
        assertEquals("required", problem.at("/errors/0/code").textValue());
    }

    @Test
    void statusFollowsItsSteps() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        JsonNode started = ops.applied(Ops.update(ticket).set("status", "in_progress"));
        JsonNode problem = rejected(Ops.update(started).set("status", "closed"));
        assertEquals("transition_not_allowed", problem.get("code").textValue());
        Instant solved = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode resolved =
                ops.applied(Ops.update(started).set("status", "resolved").performedAt(solved));
        assertEquals(solved.toString(), resolved.at("/data/resolvedAt").textValue());
        JsonNode again = ops.applied(Ops.update(resolved).set("status", "in_progress"));
        assertFalse(again.get("data").has("resolvedAt"));
        JsonNode closed = ops.applied(Ops.update(ops.applied(Ops.update(again).set("status", "resolved")))
                .set("status", "closed"));
        assertEquals(
                "transition_not_allowed",
                rejected(Ops.update(closed).set("status", "new")).get("code").textValue());
    }

    @Test
    void thePauseOfTheClockMovesTheDueTime() {
        Instant start = Instant.now().minus(Duration.ofHours(10)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode ticket = ops.applied(Ops.ticket(company).performedAt(start));
        JsonNode waiting = ops.applied(
                Ops.update(ticket).set("status", "waiting_customer").performedAt(start.plus(Duration.ofHours(1))));
        assertEquals(
                start.plus(Duration.ofHours(1)).toString(),
                waiting.at("/data/pausedAt").textValue());
        JsonNode back = ops.applied(
                Ops.update(waiting).set("status", "in_progress").performedAt(start.plus(Duration.ofHours(4))));
        assertFalse(back.get("data").has("pausedAt"));
        Duration moved = Duration.between(
                Instant.parse(ticket.at("/data/resolutionDueAt").textValue()),
                Instant.parse(back.at("/data/resolutionDueAt").textValue()));
        assertEquals(Duration.ofHours(3), moved);
    }

    @Test
    void referencesMustExistAndBeOfTheRightKind() {
        JsonNode problem =
                rejected(Ops.ticket(company).set("contactId", company).set("assetId", Ops.newId()));
        assertEquals("reference_missing", problem.get("code").textValue());
        Set<String> fields = new TreeSet<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").textValue()));
        assertEquals(Set.of("contactId", "assetId"), fields);
        JsonNode orphan = rejected(Ops.note(Ops.newId(), "public", "To nobody"));
        assertEquals("ticketId", orphan.at("/errors/0/field").textValue());
    }

    @Test
    void whatBelongsToAnotherCompanyCannotBeReferredTo() {
        String stranger = server.api()
                .get("/v1/contacts?limit=1&companyId=" + ops.company("Oak & Ember"))
                .json()
                .at("/items/0/id")
                .textValue();
        JsonNode problem = rejected(Ops.ticket(company).set("contactId", stranger));
        assertEquals("validation_failed", problem.get("code").textValue());
        assertEquals("wrong_company", problem.at("/errors/0/code").textValue());
    }

    @Test
    void aTicketThatMovesToAnotherCompanyTakesItsPartsAlong() throws SQLException {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        String id = ticket.get("id").textValue();
        ops.applied(Ops.note(id, "internal", "Wrong customer"));
        String right = ops.company("Oak & Ember");
        ops.applied(Ops.update(ticket).set("companyId", right));
        assertEquals(
                List.of(right, right),
                server.sql(
                        "select company_id from record where id = '" + id + "' or data ->> 'ticketId' = '" + id + "'"));
    }

    @Test
    void anIdThatIsTakenCannotBeUsedAgain() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        Ops.Op second = Ops.ticket(company);
        second.node().put("entityId", ticket.get("id").textValue());
        assertEquals("already_exists", rejected(second).get("code").textValue());
    }

    @Test
    void whatDoesNotExistCannotBeEdited() {
        assertEquals(
                "not_found",
                rejected(Ops.update("ticket", Ops.newId(), 1).set("priority", "p1"))
                        .get("code")
                        .textValue());
        assertEquals(
                "not_found",
                rejected(Ops.update("note", company, 1).set("body", "x"))
                        .get("code")
                        .textValue());
    }

    @Test
    void usersAreNotWrittenHere() {
        JsonNode problem = rejected(Ops.create("user").set("name", "Mallory"));
        assertEquals("forbidden", problem.get("code").textValue());
    }

    @Test
    void aDeletedTicketTakesItsPartsAlongAndConflictsWithLaterEdits() {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        String id = ticket.get("id").textValue();
        JsonNode note = ops.applied(Ops.note(id, "public", "Gone soon"));
        JsonNode gone = ops.applied(Ops.delete(ticket));
        assertTrue(gone.get("deleted").booleanValue());
        assertEquals(0, gone.get("data").size());
        server.api().get("/v1/tickets/" + id).expect(404, "not_found");
        server.api().get("/v1/notes/" + note.get("id").textValue()).expect(404, "not_found");
        JsonNode late = ops.one(Ops.update(ticket).set("priority", "p1"));
        assertEquals("conflict", late.get("outcome").textValue());
        assertTrue(late.get("record").isNull());
    }

    @Test
    void whatOthersReferToCannotBeDeleted() {
        JsonNode contact =
                ops.applied(Ops.create("contact").set("companyId", company).set("name", "Rosa Holm"));
        JsonNode ticket = ops.applied(
                Ops.ticket(company).set("contactId", contact.get("id").textValue()));
        assertEquals(
                "still_referenced", rejected(Ops.delete(contact)).get("code").textValue());
        ops.applied(Ops.update(ticket).set("contactId", null));
        ops.applied(Ops.delete(contact));
    }

    @Test
    void anOperationThatComesAgainChangesNothing() throws SQLException {
        Ops.Op create = Ops.ticket(company);
        JsonNode first = ops.applied(create);
        JsonNode edited = ops.applied(Ops.update(first).set("priority", "p1"));
        long head = head();
        assertEquals(edited, ops.applied(create), "answered as applied, with the record as it now is");
        assertEquals(head, head());
    }

    @Test
    void anOperationThatComesAgainAfterItsRecordWasDeletedStaysApplied() {
        Ops.Op create = Ops.ticket(company);
        JsonNode gone = ops.applied(Ops.delete(ops.applied(create)));
        assertEquals(gone, ops.applied(create));
    }

    @Test
    void somebodyElsesOperationIdIsRefused() {
        Ops.Op create = Ops.ticket(company);
        ops.applied(create);
        assertEquals(
                "forbidden",
                new Ops(server.colleague()).one(create).at("/problem/code").textValue());
    }

    @Test
    void anOperationThatWasRefusedMayComeAgain() {
        Ops.Op contact = Ops.create("contact").set("companyId", company).set("name", "Late Arrival");
        Ops.Op ticket = Ops.ticket(company).set("contactId", contact.entityId());
        assertEquals("reference_missing", rejected(ticket).get("code").textValue());
        ops.applied(contact);
        ops.applied(ticket);
    }

    @Test
    void theSameOperationSentManyTimesAtOnceIsAppliedOnce() throws Exception {
        Ops.Op create = Ops.ticket(company);
        int senders = 8;
        CyclicBarrier together = new CyclicBarrier(senders);
        long before = head();
        try (ExecutorService executor = Executors.newFixedThreadPool(senders)) {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                answers.add(executor.submit(() -> {
                    together.await();
                    return ops.applied(create);
                }));
            }
            Set<JsonNode> states = new HashSet<>();
            for (Future<JsonNode> answer : answers) {
                states.add(answer.get());
            }
            assertEquals(1, states.size(), states.toString());
        }
        assertEquals(before + 1, head());
    }

    @Test
    void twoThatEditTheSameVersionAtOnceGetOneConflict() throws Exception {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<JsonNode> mine = executor.submit(() -> {
                together.await();
                return ops.one(Ops.update(ticket).set("priority", "p1"));
            });
            Future<JsonNode> theirs = executor.submit(() -> {
                together.await();
                return new Ops(server.colleague()).one(Ops.update(ticket).set("priority", "p2"));
            });
            assertEquals(
                    new TreeSet<>(Set.of("applied", "conflict")),
                    new TreeSet<>(Set.of(
                            mine.get().get("outcome").textValue(),
                            theirs.get().get("outcome").textValue())));
        }
    }

    @Test
    void whatDependsOnARefusedOperationIsRefusedAndTheRestGoesOn() {
        Ops.Op bad = Ops.ticket(company).set("origin", "unknown");
        Ops.Op child = Ops.note(bad.entityId(), "public", "x").after(bad);
        Ops.Op grandchild =
                Ops.update("note", child.entityId(), 1).set("body", "y").after(child);
        Ops.Op other = Ops.ticket(company);
        JsonNode results = ops.send(bad, child, grandchild, other);
        assertEquals("validation_failed", results.get(0).at("/problem/code").textValue());
        assertEquals(
                "dependency_not_applied", results.get(1).at("/problem/code").textValue());
        assertEquals(
                "dependency_not_applied", results.get(2).at("/problem/code").textValue());
        assertEquals("applied", results.get(3).get("outcome").textValue());
    }

    @Test
    void dependenciesAreKnownFromEarlierBatchesToo() {
        Ops.Op ticket = Ops.ticket(company);
        ops.applied(ticket);
        ops.applied(Ops.note(ticket.entityId(), "public", "x").after(ticket));
        Ops.Op never = Ops.ticket(company);
        JsonNode problem = rejected(Ops.note(ticket.entityId(), "public", "x").after(never));
        assertEquals("dependency_not_applied", problem.get("code").textValue());
    }

    @Test
    void aBatchThatIsNotWellFormedIsRefusedWholeWithEveryPlaceNamed() throws SQLException {
        long before = head();
        Ops.Op good = Ops.ticket(company);
        Ops.Op bad = Ops.ticket(company);
        bad.node()
                .put("type", "upsert")
                .put("baseVersion", -1)
                .put("performedAt", "now")
                .remove("entityId");
        var body = Json.object();
        body.putArray("operations").add(good.node()).add(bad.node()).add(good.node());
        var reply = server.api().post("/v1/operations", body.toString()).expect(400, "validation_failed");
        Set<String> fields = new TreeSet<>();
        reply.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").textValue()));
        assertEquals(
                new TreeSet<>(Set.of(
                        "operations[1].type",
                        "operations[1].baseVersion",
                        "operations[1].performedAt",
                        "operations[1].entityId",
                        "operations[2].id")),
                fields);
        assertEquals(before, head());
    }

    @Test
    void aBatchHasALimit() {
        Ops.Op[] many = new Ops.Op[501];
        for (int i = 0; i < many.length; i++) {
            many[i] = Ops.ticket(company);
        }
        var body = Json.object();
        var list = body.putArray("operations");
        for (Ops.Op op : many) {
            list.add(op.node());
        }
        server.api().post("/v1/operations", body.toString()).expect(400, "validation_failed");
        list.remove(500);
        JsonNode results = server.api()
                .post("/v1/operations", body.toString())
                .expect(200)
                .json()
                .get("results");
        assertEquals(500, results.size());
        results.forEach(result -> assertEquals("applied", result.get("outcome").textValue()));
    }

    private JsonNode rejected(Ops.Op operation) {
        JsonNode result = ops.one(operation);
        assertEquals("rejected", result.get("outcome").textValue(), result.toString());
        return result.get("problem");
    }

    private JsonNode read(String path, String id) {
        return server.api().get("/v1/" + path + "/" + id).expect(200).json();
    }

    private long head() throws SQLException {
        return Long.parseLong(server.sql("select seq from feed_head").getFirst());
    }
}
