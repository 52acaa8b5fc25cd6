package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.Workstation;

/** What a field cannot hold is refused in the form, and by the server where something else than the form sends it. */
class FormsTest {

    private static final int TICKET = 48213;
    private static final String LONG_SUBJECT = "x".repeat(201);

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final Hands hands = new Hands();

    @Test
    void invalidFieldsAreRefusedAtTheFormAndAtTheServerByName() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            QueueBot queue = new QueueBot(screen).awaitFilled();
            StatusBot status = new StatusBot(screen).awaitUpToDate();
            queue.filter(String.valueOf(TICKET))
                    .awaitOnly(String.valueOf(TICKET))
                    .openFirst();
            JsonNode before = stored(server);
            String ticket = before.path("id").asText();

            subjectIsTooLong(screen);
            assertRefused(server, ticket(ticket, before.path("version").asInt(), LONG_SUBJECT), "subject");
            timeIsTooLong(screen);
            assertRefused(server, time(ticket, 1_441), "minutes");
            noteIsEmpty(screen);
            assertRefused(server, note(ticket, " "), "body");
            newTicketIsEmpty(screen);

            status.awaitUpToDate();
            assertEquals(before, stored(server), "the ticket on the server");
            session.finish(workstation);
        }
    }

    private void subjectIsTooLong(Screen screen) {
        hands.click(screen.await(Locator.id("waystation.ticket.subject.edit")));
        Locator box = Locator.id("waystation.ticket.subject.box");
        screen.await(box, Screen.Seen::focus);
        hands.press("ctrl+a");
        hands.type(LONG_SUBJECT);
        Locator refusal = Locator.text("The subject may have at most 200 characters; this has 201.");
        screen.await(refusal);
        hands.press("Return");
        screen.settle();
        screen.await(refusal);
        assertEquals(LONG_SUBJECT, screen.await(box).text(), "what was typed is still there");
        hands.press("Escape");
        screen.awaitGone(box);
    }

    private void timeIsTooLong(Screen screen) {
        hands.click(screen.await(Locator.id("waystation.ticket.time")));
        hands.click(screen.await(Locator.id("waystation.ticket.time.minutes")));
        hands.press("ctrl+a");
        hands.type("1441");
        hands.press("Return");
        screen.await(Locator.text("Book between 1 minute and 24 hours."));
        hands.press("Escape");
        screen.awaitGone(Locator.id("waystation.ticket.time.book"));
    }

    private void noteIsEmpty(Screen screen) {
        hands.click(screen.await(Locator.id("waystation.ticket.compose")));
        hands.press("ctrl+Return");
        screen.await(Locator.text("Write something first."));
    }

    private void newTicketIsEmpty(Screen screen) {
        hands.press("ctrl+n");
        screen.await(Locator.id("waystation.newTicket.subject"), Screen.Seen::focus);
        hands.press("ctrl+Return");
        screen.await(Locator.text("A ticket needs a subject."));
        screen.await(Locator.text("Choose the company it is for."));
        hands.press("Escape");
        screen.waitFor("one window", () -> screen.windows() == 1);
    }

    private static void assertRefused(ServerProcess server, ObjectNode operation, String field) throws Exception {
        JsonNode result = server.operate(operation);
        assertEquals("rejected", result.path("outcome").asText(), result::toString);
        assertEquals("validation_failed", result.at("/problem/code").asText(), result::toString);
        assertEquals(field, result.at("/problem/errors/0/field").asText(), result::toString);
    }

    private ObjectNode ticket(String id, int version, String subject) {
        ObjectNode operation = operation("update", "ticket", id, version);
        change(operation, "subject").put("new", subject);
        return operation;
    }

    private ObjectNode time(String ticket, int minutes) {
        ObjectNode operation =
                operation("create", "timeEntry", UUID.randomUUID().toString(), 0);
        change(operation, "ticketId").put("new", ticket);
        change(operation, "minutes").put("new", minutes);
        change(operation, "workType").put("new", "remote");
        change(operation, "billable").put("new", true);
        change(operation, "comment").put("new", "");
        change(operation, "startedAt").put("new", Instant.now().toString());
        return operation;
    }

    private ObjectNode note(String ticket, String body) {
        ObjectNode operation = operation("create", "note", UUID.randomUUID().toString(), 0);
        change(operation, "ticketId").put("new", ticket);
        change(operation, "visibility").put("new", "internal");
        change(operation, "body").put("new", body);
        return operation;
    }

    private ObjectNode operation(String type, String kind, String id, int version) {
        ObjectNode operation = json.createObjectNode();
        operation.put("id", UUID.randomUUID().toString());
        operation.put("type", type).put("kind", kind).put("entityId", id).put("baseVersion", version);
        operation.putArray("changes");
        operation.put("performedAt", Instant.now().toString());
        return operation;
    }

    private static ObjectNode change(ObjectNode operation, String field) {
        return operation.withArray("changes").addObject().put("field", field);
    }

    private static JsonNode stored(ServerProcess server) throws Exception {
        return server.get("tickets?number=" + TICKET).path("items").path(0);
    }
}
