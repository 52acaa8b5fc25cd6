package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/**
 * Fifty marked texts go through the real product, some from the server and some from the keyboard: none of them is
 * readable in any file it leaves, and what opens the profile is not in the memory of a program that is locked.
 */
class CanaryTest {

    private static final int MARKS = 50;

    @TempDir
    Path folder;

    private final Hands hands = new Hands();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random();
    private final List<String> marks = new ArrayList<>();

    @Test
    void nothingIsReadableInAnyFileAndNoSecretInTheMemoryOfALockedProgram() throws Exception {
        Path temp = Files.createDirectories(folder.resolve("temp"));
        try (Session session = new Session(folder.resolve("session"), "--sample", "small");
                ServerProcess server = session.server().start()) {
            String ticket = ticket(server);
            fromTheServer(server, ticket);
            try (Workstation workstation = Workstation.start(
                    Installation.fromProperties(),
                    Workstation.Start.on(session.profile(), server.readyFile())
                            .with(Bench.unlock(session.profile()), "-Djava.io.tmpdir=" + temp))) {
                Screen screen = workstation.screen();
                new QueueBot(screen).awaitFilled();
                new StatusBot(screen).awaitUpToDate();
                fromTheKeyboard(screen);
                assertEquals(MARKS, marks.size());
                new StatusBot(screen).awaitUpToDate();
                assertTrue(arrived(server) > 0, "what was typed reached the server");

                hands.press("ctrl+alt+l");
                screen.await(Locator.id("waystation.unlock.passphrase"));
                assertEquals(Set.of(), secrets(session.profile()).heap(workstation, folder), "secrets in the heap");
                assertEquals(
                        Set.of(),
                        Leaks.of(marks).files(session.profile(), temp, workstation.scratch()),
                        "marked texts in files");
            }
            assertEquals(Set.of(), Leaks.of(marks).files(session.profile()), "marked texts in files once it has ended");
        }
    }

    /** A text that is nowhere else. */
    private String mark() {
        StringBuilder mark = new StringBuilder("zq");
        random.ints(14, 'a', 'z' + 1).forEach(letter -> mark.append((char) letter));
        marks.add(mark.toString());
        return mark.toString();
    }

    private static String ticket(ServerProcess server) throws Exception {
        return server.get("tickets?number=" + Stage.TICKET).at("/items/0/id").asText();
    }

    private void fromTheServer(ServerProcess server, String ticket) throws Exception {
        String company = server.get("tickets/" + ticket).at("/data/companyId").asText();
        for (int i = 0; i < 10; i++) {
            make(server, "note", Map.of("ticketId", ticket, "visibility", "internal", "body", mark()));
            make(
                    server,
                    "article",
                    Map.of("title", mark(), "body", "# " + mark(), "visibility", "internal", "state", "published"));
            make(server, "ticket", Map.of("companyId", company, "subject", mark(), "type", "incident"));
        }
        make(server, "asset", Map.of("companyId", company, "name", mark(), "kind", "server", "state", "in_use"));
        make(server, "alert", Map.of("companyId", company, "title", mark(), "severity", "warning"));
        make(
                server,
                "timeEntry",
                Map.of(
                        "ticketId",
                        ticket,
                        "minutes",
                        5,
                        "workType",
                        "remote",
                        "billable",
                        true,
                        "comment",
                        mark(),
                        "startedAt",
                        Instant.now().toString()));
    }

    private void make(ServerProcess server, String kind, Map<String, Object> fields) throws Exception {
        ObjectNode operation = json.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("type", "create")
                .put("kind", kind)
                .put("entityId", UUID.randomUUID().toString())
                .put("baseVersion", 0)
                .put("performedAt", Instant.now().toString());
        fields.forEach((field, value) ->
                operation.withArray("changes").addObject().put("field", field).set("new", json.valueToTree(value)));
        JsonNode result = server.operate(operation);
        assertEquals("applied", result.path("outcome").asText(), result::toString);
    }

    private void fromTheKeyboard(Screen screen) {
        new QueueBot(screen).filter(Stage.TICKET).awaitOnly(Stage.TICKET);
        TicketBot ticket = new QueueBot(screen).openFirst();
        for (int i = 0; i < 2; i++) {
            String note = mark();
            ticket.note(note).awaitText(note);
        }
        ticket.book("7", mark());
        hands.click(screen.await(Locator.id("waystation.ticket.subject.edit")));
        screen.await(Locator.id("waystation.ticket.subject.box"), Screen.Seen::focus);
        hands.press("ctrl+a");
        hands.type(mark());
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.ticket.subject.box"));
        ticket.compose(mark()); // a draft
        hands.press("ctrl+shift+a");
        screen.await(Locator.id("waystation.search.input"));
        hands.type(mark());
        hands.press("Escape");
        screen.waitFor("one window", () -> screen.windows() == 1);
        new QueueBot(screen).filter(mark());
    }

    /** How many notes of ours are there. */
    private long arrived(ServerProcess server) throws Exception {
        long arrived = 0;
        for (String mark : marks) {
            arrived += server.notes(Integer.parseInt(Stage.TICKET), mark);
        }
        return arrived;
    }

    /** What opens the profile, as it is written down and as bytes. */
    private static Leaks secrets(Path profile) throws IOException {
        String written = Bench.secret(profile);
        String hex = written.substring(written.indexOf(':') + 1);
        return Leaks.of(hex).and(HexFormat.of().parseHex(hex));
    }
}
