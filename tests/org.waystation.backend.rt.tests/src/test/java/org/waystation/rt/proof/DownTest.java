package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.backend.rt.internal.wire.RtIds.Named;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;

/** What comes down from Request Tracker, at first and as it changes. */
@ExtendWith(RtHouse.class)
class DownTest {

    private static RecordRef ticket(Rooms rooms, long number) {
        return new RecordRef(EntityKind.TICKET, rooms.ids.of(Numbered.TICKET, number));
    }

    private static List<EntityRecord> notes(RtMachine machine, RecordRef ticket) throws Exception {
        return machine.store().records().referring(EntityKind.NOTE, "ticketId", ticket.id());
    }

    @Test
    void aTicketComesWithAllThatBelongsToIt(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long other = colleague
                .write("POST", "ticket", "{\"Queue\":\"Maintenance\",\"Subject\":\"Window\"}")
                .path("id")
                .asLong();
        long number = colleague
                .write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"Drücker kaputt\",\"Requestor\":\"bob@acme.test\","
                                + "\"Owner\":\"tech1\",\"Priority\":75,\"Status\":\"open\","
                                + "\"CustomFields\":{\"Site\":\"HQ\"},"
                                + "\"Content\":\"<p>It <b>burns</b></p><p>badly</p>\",\"ContentType\":\"text/html\"}")
                .path("id")
                .asLong();
        colleague.write(
                "POST",
                "ticket/" + number + "/comment",
                "{\"Content\":\"between us\",\"ContentType\":\"text/plain\",\"TimeTaken\":\"25\",\"Attachments\":[{"
                        + "\"FileName\":\"log.txt\",\"FileType\":\"text/plain\",\"FileContent\":\"SGFsbG8=\"}]}");
        colleague.write("PUT", "ticket/" + number, "{\"AddDependsOn\":[" + other + "]}");

        RtMachine machine = rooms.machine("a").online();
        RecordRef ref = ticket(rooms, number);
        machine.await(
                "both tickets",
                () -> machine.store().records().find(ref).isPresent()
                        && machine.store().records().find(ticket(rooms, other)).isPresent());

        Map<String, Object> data = machine.record(ref).data();
        assertEquals("Drücker kaputt", data.get("subject"));
        assertEquals("in_progress", data.get("status"));
        assertEquals("p2", data.get("priority"));
        assertEquals(rooms.edits.acme().toString(), data.get("companyId"));
        assertEquals(rooms.ids.of(Named.USER, "tech1").toString(), data.get("assigneeId"));
        assertEquals(rooms.ids.of(Named.CONTACT, "bob@acme.test").toString(), data.get("contactId"));
        assertEquals(Map.of("Site", "HQ"), data.get("customFields"));
        assertEquals(List.of(Edits.link("blocked_by", ticket(rooms, other).id())), data.get("links"), "its link");
        assertTrue(((List<?>) data.get("nextStatuses")).containsAll(List.of("waiting_customer", "resolved")));
        assertTrue(machine.record(ref).actions().mayAdd(EntityKind.NOTE));

        List<EntityRecord> notes = notes(machine, ref);
        assertEquals(2, notes.size());
        assertEquals("It burns\nbadly", notes.getFirst().data().get("body"));
        assertEquals("public", notes.getFirst().data().get("visibility"));
        assertEquals("internal", notes.getLast().data().get("visibility"));
        assertEquals("Tom Tech", notes.getLast().data().get("authorName"));
        List<EntityRecord> time = machine.store().records().referring(EntityKind.TIME_ENTRY, "ticketId", ref.id());
        assertEquals(25, ((Number) time.getFirst().data().get("minutes")).intValue());
        List<EntityRecord> files = machine.store().records().referring(EntityKind.ATTACHMENT, "ownerId", ref.id());
        assertEquals("log.txt", files.getFirst().data().get("name"));
        UUID file = files.getFirst().id();
        machine.files().service().fetch(file).toCompletableFuture().get(1, TimeUnit.MINUTES);
        try (InputStream in =
                machine.files().service().open(file).toCompletableFuture().get(1, TimeUnit.MINUTES)) {
            assertEquals("Hallo", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("maintenance", machine.record(ticket(rooms, other)).data().get("type"), "as its queue says");
    }

    @Test
    void assetsArticlesPeopleAndCompaniesCome(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long asset = colleague
                .write(
                        "POST",
                        "asset",
                        "{\"Name\":\"nb-7\",\"Catalog\":\"General assets\",\"Status\":\"in-use\","
                                + "\"Contact\":[\"carol@globex.test\"],\"CustomFields\":{\"Serial\":\"SN-7\"}}")
                .path("id")
                .asLong();
        long article = colleague
                .write(
                        "POST",
                        "article",
                        "{\"Name\":\"Reset the spooler " + System.nanoTime()
                                + "\",\"Class\":\"General\",\"CustomFields\":{\"Content\":\"Stop it, start it.\"}}")
                .path("id")
                .asLong();
        RtMachine machine = rooms.machine("a").online();
        RecordRef notebook = new RecordRef(EntityKind.ASSET, rooms.ids.of(Numbered.ASSET, asset));
        RecordRef page = new RecordRef(EntityKind.ARTICLE, rooms.ids.of(Numbered.ARTICLE, article));
        machine.await(
                "both",
                () -> machine.store().records().find(notebook).isPresent()
                        && machine.store().records().find(page).isPresent());
        assertEquals("SN-7", machine.record(notebook).data().get("serial"));
        assertEquals(
                rooms.ids.of(Named.COMPANY, "Globex").toString(),
                machine.record(notebook).data().get("companyId"));
        assertEquals("Stop it, start it.", machine.record(page).data().get("body"));
        List<String> users = machine.store().records().all(EntityKind.USER).stream()
                .map(one -> String.valueOf(one.data().get("name")))
                .toList();
        assertTrue(users.containsAll(List.of("Tina Tech", "Tom Tech")), users.toString());
        assertFalse(users.contains("Bob Baker"), "who only asks for things is no user");
        assertEquals(2, machine.store().records().all(EntityKind.COMPANY).size());
        assertEquals(
                "Tina Tech", machine.engine().service().session().orElseThrow().userName());
    }

    @Test
    void whatChangesThereComesAndWhatIsGoneThereGoes(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long kept = colleague
                .write("POST", "ticket", "{\"Queue\":\"General\",\"Subject\":\"Kept\"}")
                .path("id")
                .asLong();
        long doomed = colleague
                .write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"Doomed\",\"Content\":\"x\",\"ContentType\":\"text/plain\"}")
                .path("id")
                .asLong();
        long merged = colleague
                .write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"Twin\",\"Content\":\"from the twin\","
                                + "\"ContentType\":\"text/plain\"}")
                .path("id")
                .asLong();
        RtMachine machine = rooms.machine("a").online();
        machine.await(
                "all",
                () -> machine.store().records().find(ticket(rooms, merged)).isPresent());

        colleague.write("PUT", "ticket/" + kept, "{\"Subject\":\"Kept and renamed\"}");
        colleague.write(
                "POST", "ticket/" + kept + "/correspond", "{\"Content\":\"new\",\"ContentType\":\"text/plain\"}");
        colleague.write("PUT", "ticket/" + doomed, "{\"Status\":\"deleted\"}");
        colleague.write("PUT", "ticket/" + merged, "{\"MergeInto\":" + kept + "}");

        machine.await(
                "the merge",
                () -> machine.store().records().find(ticket(rooms, merged)).isEmpty());
        machine.await(
                "the deletion",
                () -> machine.store().records().find(ticket(rooms, doomed)).isEmpty());
        machine.await(
                "the notes",
                () -> machine.store()
                                .records()
                                .referring(
                                        EntityKind.NOTE,
                                        "ticketId",
                                        ticket(rooms, kept).id())
                                .size()
                        == 2);
        assertEquals(
                "Kept and renamed", machine.record(ticket(rooms, kept)).data().get("subject"));
        assertTrue(notes(machine, ticket(rooms, kept)).stream()
                .anyMatch(note -> "from the twin".equals(note.data().get("body"))));
        assertTrue(notes(machine, ticket(rooms, doomed)).isEmpty(), "its notes are gone with it");
    }

    @Test
    void nothingNewTakesAFewRequestsAndBringsNothing(Rooms rooms) throws Exception {
        RtMachine machine = rooms.machine("a").online();
        machine.await("a copy", () -> machine.store().replica().position().isPresent());
        String cursor = machine.store().replica().position().orElseThrow().cursor();
        String settled = machine.backend().changes(cursor, 500).cursor();
        long before = machine.requests();
        ChangePage page = machine.backend().changes(settled, 500);
        assertEquals(List.of(), page.records());
        assertEquals(List.of(), page.deleted());
        assertFalse(page.more());
        // One for each hundred transactions of the last minute, and one that asks whether there are others.
        assertTrue(machine.requests() - before <= 6, "requests: " + (machine.requests() - before));
    }

    @Test
    void aServerThatWasSetBackIsNoticed(Rooms rooms) throws Exception {
        rooms.tracker.stop();
        rooms.tracker.save();
        rooms.tracker.launch();
        OtherEyes colleague = rooms.colleague();
        long lost = colleague
                .write("POST", "ticket", "{\"Queue\":\"General\",\"Subject\":\"Lost\"}")
                .path("id")
                .asLong();
        RtMachine machine = rooms.machine("a").online();
        machine.await(
                "the ticket",
                () -> machine.store().records().find(ticket(rooms, lost)).isPresent());
        rooms.tracker.stop();
        rooms.tracker.restore();
        rooms.tracker.launch();
        OtherEyes after = rooms.colleague();
        for (int i = 0; i < 3; i++) {
            after.write("POST", "ticket", "{\"Queue\":\"General\",\"Subject\":\"After the backup\"}");
        }
        machine.await(
                "the new history",
                () -> "After the backup"
                        .equals(machine.store()
                                .records()
                                .find(ticket(rooms, lost))
                                .map(one -> one.data().get("subject"))
                                .orElse("")));
    }
}
