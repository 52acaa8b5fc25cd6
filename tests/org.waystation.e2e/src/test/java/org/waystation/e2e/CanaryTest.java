package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.sshd.OpenSshServer;
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
 * readable in any file it leaves, and neither what opens the profile nor
 * what signs in to the server is in the memory of a program that is locked.
 */
class CanaryTest {

    private static final int MARKS = 50;

    /** A token of the server, whose value nobody is told: in characters of one byte or of two. */
    private static final Pattern TOKEN = Pattern.compile("w\\x00?s\\x00?[ar]\\x00?_\\x00?(?:[A-Za-z0-9_-]\\x00?){16}");

    @TempDir
    Path folder;

    private final Hands hands = new Hands();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random();
    private final List<String> marks = new ArrayList<>();

    @Test
    void nothingIsReadableInAnyFileAndNoSecretInTheMemoryOfALockedProgram() throws Exception {
        Path temp = Files.createDirectories(folder.resolve("temp"));
        try (OpenSshServer ssh = OpenSshServer.start(folder.resolve("sshd"));
                Session session = new Session(folder.resolve("session"), "--sample", "small");
                ServerProcess server = session.server().start()) {
            fromTheServer(server, ticket(server));
            Account account = Account.on(server);
            try (Workstation workstation = Workstation.start(
                    Installation.fromProperties(),
                    Workstation.Start.on(session.profile(), server.readyFile())
                            .with(Pictures.NO_READY_FILE)
                            .with(Bench.unlock(session.profile()), "-Djava.io.tmpdir=" + temp))) {
                Screen screen = workstation.screen();
                screen.await(Locator.id("waystation.signin.server"), Screen.Seen::focus);
                hands.type(server.address().toString());
                account.signInByCode(screen);
                screen.resize(Pictures.WIDTH, Pictures.HEIGHT);
                new StatusBot(screen).awaitUpToDate();
                fromTheKeyboard(screen, ssh);
                assertEquals(MARKS, Set.copyOf(marks).size());
                new StatusBot(screen).awaitUpToDate();
                assertTrue(arrived(server) > 0, "what was typed reached the server");

                Leaks secrets = secrets(session.profile(), ssh);
                assertFalse(secrets.heap(workstation, folder).isEmpty(), "what is there is found");
                hands.press("ctrl+alt+l");
                screen.await(Locator.id("waystation.unlock.passphrase"));
                assertEquals(Set.of(), secrets.heap(workstation, folder), "secrets in the heap");
                assertEquals(
                        Set.of(),
                        everything().files(session.profile(), temp, workstation.scratch()),
                        "marked texts in files");
            }
            assertEquals(Set.of(), everything().files(session.profile()), "marked texts in files once it has ended");
            Files.writeString(folder.resolve("session/planted"), "before " + marks.getLast() + " after");
            assertEquals(
                    1, everything().files(folder.resolve("session/planted")).size(), "what is there is found");
        }
    }

    private Leaks everything() {
        return Leaks.of(marks).and(TOKEN);
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
        for (int i = 0; i < 8; i++) {
            make(server, "note", Map.of("ticketId", ticket, "visibility", "internal", "body", mark()));
            make(
                    server,
                    "article",
                    Map.of("title", mark(), "body", "# " + mark(), "visibility", "internal", "state", "published"));
            make(server, "ticket", Map.of("companyId", company, "subject", mark(), "type", "incident"));
        }
        Map<String, Object> asset = new HashMap<>(Map.of("name", mark(), "serial", mark(), "location", mark()));
        asset.putAll(Map.of("companyId", company, "kind", "server", "state", "in_use"));
        make(server, "asset", asset);
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

    private void fromTheKeyboard(Screen screen, OpenSshServer ssh) throws IOException {
        new QueueBot(screen).filter(Stage.TICKET).awaitOnly(Stage.TICKET);
        TicketBot ticket = new QueueBot(screen).openFirst();
        for (int i = 0; i < 3; i++) {
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
        attachFile(screen);
        recordSession(screen, ssh);
        writeArticle(screen);
        saveView(screen);
        ticket.compose(mark()); // a draft
        hands.press("ctrl+shift+a");
        screen.await(Locator.id("waystation.search.input"));
        hands.type(mark());
        hands.press("Escape");
        screen.waitFor("one window", () -> screen.windows() == 1);
        new QueueBot(screen).filter(mark());
    }

    /** Its name and what is in it. */
    private void attachFile(Screen screen) throws IOException {
        String name = mark();
        Path file = Files.writeString(folder.resolve(name + ".txt"), mark());
        hands.click(screen.await(Locator.id("waystation.ticket.attach")));
        hands.chooseFile("Attach files", file);
        screen.waitFor("the file", () -> screen.tree().contains(name));
    }

    /** What the machine prints is recorded, and was never typed. */
    private void recordSession(Screen screen, OpenSshServer ssh) throws IOException {
        String printed = mark();
        Files.writeString(ssh.home().resolve("printed"), printed);
        new RemoteSessionBot(screen, ssh)
                .plan("waystation.ticket.session")
                .connect()
                .password()
                .awaitPrompt()
                .run("cat printed", printed)
                .end();
        backToTheTicket(screen);
    }

    private void writeArticle(Screen screen) {
        Locator body = Locator.id("waystation.article.body");
        hands.press("ctrl+shift+k");
        screen.await(body, Screen.Seen::focus);
        screen.await(body, seen -> seen.text().startsWith("## Problem"));
        String learnt = mark();
        hands.press("ctrl+End");
        hands.type(learnt);
        screen.await(body, seen -> seen.text().endsWith(learnt));
        hands.press("ctrl+s");
        screen.await(Locator.id("waystation.article.title"));
        backToTheTicket(screen);
    }

    private void backToTheTicket(Screen screen) {
        hands.press("ctrl+w");
        screen.await(Locator.id("waystation.ticket.subject"));
    }

    private void saveView(Screen screen) {
        hands.press("ctrl+shift+a");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("save the queue");
        screen.await(
                Locator.id("waystation.search.results"), seen -> seen.text().contains("> Save the queue as a view"));
        hands.press("Return");
        screen.await(Locator.id("waystation.ask.text"), Screen.Seen::focus);
        hands.type(mark());
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.ask.text"));
    }

    /** How many notes of ours are there. */
    private long arrived(ServerProcess server) throws Exception {
        long arrived = 0;
        for (String mark : marks) {
            arrived += server.notes(Integer.parseInt(Stage.TICKET), mark);
        }
        return arrived;
    }

    /** What opens the profile, as it is written down and as bytes, what opens the machine, and what opens the server. */
    private static Leaks secrets(Path profile, OpenSshServer ssh) throws IOException {
        String written = Bench.secret(profile);
        String hex = written.substring(written.indexOf(':') + 1);
        return Leaks.of(List.of(hex, ssh.password()))
                .and(HexFormat.of().parseHex(hex))
                .and(TOKEN);
    }
}
