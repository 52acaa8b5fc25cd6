package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.backend.rt.internal.wire.RtIds.Named;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/** Work without a network, and what becomes of it at Request Tracker, read there by other eyes. */
@ExtendWith(RtHouse.class)
class OfflineTest {

    private static long make(OtherEyes eyes, String subject) throws Exception {
        return eyes.write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"" + subject + "\",\"Requestor\":\"bob@acme.test\","
                                + "\"Status\":\"open\"}")
                .path("id")
                .asLong();
    }

    private static RecordRef ref(Rooms rooms, long number) {
        return new RecordRef(EntityKind.TICKET, rooms.ids.of(Numbered.TICKET, number));
    }

    private static RtMachine holding(RtMachine machine, RecordRef... refs) throws Exception {
        machine.await("the tickets", () -> {
            for (RecordRef ref : refs) {
                if (machine.store().records().find(ref).isEmpty()) {
                    return false;
                }
            }
            return true;
        });
        return machine;
    }

    @Test
    void editsOfAllKindsAreThereAfterwardsAndOnce(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        String mark = "offline " + System.nanoTime();
        long old = make(colleague, "Old " + mark);
        long target = make(colleague, "Target " + mark);
        LossyWay way = rooms.way();
        RtMachine machine = rooms.machine("a", RequestTracker.TECHNICIAN, way).online();
        holding(machine, ref(rooms, old), ref(rooms, target));
        way.down(true);

        Operation ticket = rooms.edits.ticket("New " + mark);
        UUID id = ticket.entityId();
        machine.commit(
                ticket,
                rooms.edits.note(id, "What I saw: ünïcode & <b>tags</b>", "public", ticket),
                rooms.edits.note(id, "Between us", "internal", ticket),
                rooms.edits.time(id, 45, "drove there", ticket));
        EntityRecord before = machine.record(ref(rooms, old));
        machine.commit(
                rooms.edits.change(before, "subject", "Renamed " + mark),
                rooms.edits.change(before, "status", "waiting_customer"),
                rooms.edits.change(before, "priority", "p1"),
                rooms.edits.change(
                        before, "assigneeId", rooms.ids.of(Named.USER, "tech1").toString()),
                rooms.edits.change(before, "customFields", Map.of("Site", "Cellar")),
                rooms.edits.change(
                        before,
                        "watchers",
                        List.of(rooms.ids.of(Named.USER, "tech2").toString())),
                rooms.edits.change(
                        before,
                        "links",
                        List.of(Edits.link("relates_to", ref(rooms, target).id()))),
                rooms.edits.note(before.id(), "On the old one", "public"));
        Operation asset = rooms.edits.asset("nb " + mark, "SN " + mark);
        Operation article = rooms.edits.article("How to " + mark, "First this,\nthen that.");
        machine.commit(asset, article);
        machine.files()
                .service()
                .attach(ref(rooms, old), "photo.bin", new byte[] {1, 2, 3, 0, -1})
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        way.down(false);
        machine.awaitSent();
        assertEquals(List.of(), machine.parked());

        OtherEyes eyes = rooms.colleague();
        List<Long> made = eyes.tickets("New " + mark);
        assertEquals(1, made.size());
        long number = made.getFirst();
        List<String> said = eyes.messages(number);
        assertEquals(
                1,
                said.stream()
                        .filter("Correspond|What I saw: ünïcode & <b>tags</b>"::equals)
                        .count(),
                said.toString());
        assertEquals(1, said.stream().filter("Comment|Between us"::equals).count());
        assertEquals("45", eyes.get("ticket/" + number).path("TimeWorked").asText());
        assertTrue(eyes.page("Ticket/Display.html?id=" + number).contains("New " + mark), "its web page");
        String page = eyes.page("Ticket/History.html?id=" + number);
        assertTrue(page.contains("What I saw: ünïcode"), "the web page shows it");

        JsonNode changed = eyes.get("ticket/" + old);
        assertEquals("Renamed " + mark, changed.path("Subject").asText());
        assertEquals("stalled", changed.path("Status").asText());
        assertEquals(100, changed.path("Priority").asInt());
        assertEquals("tech1", changed.path("Owner").path("id").asText());
        assertEquals("tech2", changed.path("AdminCc").path(0).path("id").asText());
        assertTrue(changed.path("CustomFields").toString().contains("Cellar"));
        assertTrue(links(changed).anyMatch(link -> link.equals("refers-to " + target)), changed.toString());
        assertTrue(eyes.get("ticket/" + old + "/attachments?fields=Filename")
                .toString()
                .contains("photo.bin"));
        assertEquals(
                1,
                eyes.get("assets?query=" + OtherEyes.escape("Name = 'nb " + mark + "'"))
                        .path("items")
                        .size());
        String articles = eyes.get("articles?query="
                        + OtherEyes.escape("[{\"field\":\"Name\",\"value\":\"How to " + mark + "\"}]")
                        + "&fields=CustomFields")
                .toString();
        assertTrue(articles.contains("then that."), articles);

        RtMachine second = holding(rooms.machine("b").online(), new RecordRef(EntityKind.TICKET, id));
        assertEquals(
                "New " + mark,
                second.record(new RecordRef(EntityKind.TICKET, id)).data().get("subject"));
        second.await(
                "its note and file",
                () -> second.store()
                                        .records()
                                        .referring(EntityKind.NOTE, "ticketId", id)
                                        .size()
                                == 2
                        && second.store()
                                        .records()
                                        .referring(EntityKind.ATTACHMENT, "ownerId", before.id())
                                        .size()
                                == 1);
        EntityRecord entry = second.store()
                .records()
                .referring(EntityKind.TIME_ENTRY, "ticketId", id)
                .getFirst();
        assertEquals("on_site", entry.data().get("workType"));
        assertEquals("drove there", entry.data().get("comment"));
        assertEquals(false, entry.data().get("billable"));
    }

    private static Stream<String> links(JsonNode ticket) {
        return ticket.path("_hyperlinks")
                .valueStream()
                .map(link -> link.path("ref").asText() + " " + link.path("id").asText());
    }

    @Test
    void conflictsAreByField(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long number = make(colleague, "Both");
        long other = make(colleague, "Either");
        LossyWay way = rooms.way();
        RtMachine machine = rooms.machine("a", RequestTracker.TECHNICIAN, way).online();
        holding(machine, ref(rooms, number), ref(rooms, other));
        way.down(true);
        machine.commit(
                rooms.edits.change(machine.record(ref(rooms, number)), "subject", "Mine"),
                rooms.edits.change(machine.record(ref(rooms, other)), "priority", "p1"));
        colleague.write("PUT", "ticket/" + number, "{\"Subject\":\"Theirs\"}");
        colleague.write("PUT", "ticket/" + other, "{\"Subject\":\"Their subject\"}");
        way.down(false);
        machine.awaitSent();

        assertEquals(1, machine.parked().size());
        assertEquals(
                "conflict", machine.parked().getFirst().parked().orElseThrow().code());
        assertEquals("Theirs", colleague.get("ticket/" + number).path("Subject").asText());
        JsonNode merged = colleague.get("ticket/" + other);
        assertEquals("Their subject", merged.path("Subject").asText());
        assertEquals(100, merged.path("Priority").asInt());

        machine.engine().service().retry(machine.parked().getFirst().operation().id());
        machine.await("mine to stand", () -> machine.store().outbox().pending().isEmpty());
        assertEquals("Mine", colleague.get("ticket/" + number).path("Subject").asText());
    }

    @Test
    void lostRepliesMakeNothingTwice(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        String mark = "lossy " + System.nanoTime();
        LossyWay way = rooms.way();
        RtMachine machine = rooms.machine("a", RequestTracker.TECHNICIAN, way).online();
        machine.await("a copy", () -> machine.store().replica().position().isPresent());
        way.lose(2);
        for (int i = 0; i < 5; i++) {
            Operation ticket = rooms.edits.ticket(mark + " " + i);
            machine.commit(
                    ticket,
                    rooms.edits.note(ticket.entityId(), "note of " + i, "public", ticket),
                    rooms.edits.time(ticket.entityId(), 10, "time of " + i, ticket));
        }
        machine.awaitSent();
        assertEquals(List.of(), machine.parked());
        assertTrue(way.lost() >= 5, "lost " + way.lost());
        List<Long> numbers = colleague.tickets(mark);
        assertEquals(5, numbers.size());
        for (long number : numbers) {
            List<String> said = colleague.messages(number);
            assertEquals(1, said.stream().filter(one -> one.contains("note of")).count(), said.toString());
            assertEquals(
                    "10", colleague.get("ticket/" + number).path("TimeWorked").asText());
        }
    }

    @Test
    void oneThatIsRefusedKeepsNothingElseUp(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long first = make(colleague, "Refused");
        long second = make(colleague, "Fine");
        RtMachine machine = holding(rooms.machine("a").online(), ref(rooms, first), ref(rooms, second));
        EntityRecord one = machine.record(ref(rooms, first));
        machine.commit(
                rooms.edits.change(one, "status", "scheduled"),
                rooms.edits.change(one, "tags", List.of("vip")),
                rooms.edits.change(machine.record(ref(rooms, second)), "priority", "p1"));
        machine.awaitSent();

        List<String> why = machine.parked().stream()
                .map(PendingOperation::parked)
                .map(problem -> problem.orElseThrow().sentence())
                .toList();
        assertEquals(2, why.size(), why.toString());
        assertTrue(why.stream().anyMatch(text -> text.contains("isn't a valid status")), why.toString());
        assertTrue(why.stream().anyMatch(text -> text.contains("tags: Request Tracker keeps nothing")), why.toString());
        assertEquals(100, colleague.get("ticket/" + second).path("Priority").asInt());
    }

    /** What this machine writes down about itself has no place there, and is no business of the technician's. */
    @Test
    void entriesOfTheAuditTrailAskNobodyForADecision(Rooms rooms) throws Exception {
        RtMachine machine = rooms.machine("a").online();
        Operation first = rooms.edits.auditEntry(1);
        machine.commit(first, rooms.edits.auditEntry(2, first));
        machine.awaitSent();
        assertEquals(List.of(), machine.parked());
        assertEquals(List.of(), machine.store().outbox().pending());
    }

    @Test
    void whatIsDeletedHereIsDeletedThere(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long number = make(colleague, "To go");
        RtMachine machine = holding(rooms.machine("a").online(), ref(rooms, number));
        machine.commit(rooms.edits.delete(machine.record(ref(rooms, number))));
        machine.awaitSent();
        assertEquals(List.of(), machine.parked());
        assertEquals("deleted", colleague.get("ticket/" + number).path("Status").asText());
    }
}
