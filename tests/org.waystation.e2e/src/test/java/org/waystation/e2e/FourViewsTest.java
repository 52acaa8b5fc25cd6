package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/**
 * One piece of work through all four views, each of them installed as a plug-in: from a ticket to its asset, into a real
 * machine by SSH, back with the time, an article of what was learnt; more of all four while the server is away; everything
 * read back from the server; and each view taken out and put in again while the program runs.
 */
class FourViewsTest {

    private static final int NUMBER = 48213;
    private static final String SUBJECT = "Nightly backup of FS-01 failed twice in a row";
    private static final String TITLE = "Restic on FS-01 after updates";
    private static final String ONLINE = "Enabled the service on the machine";
    private static final String OFFLINE = "Looked again while the office was cut off";
    private static final String NOTE = "The line to the office is down, checking on site.";

    private static final View TICKETS =
            new View("org.waystation.tickets.ui", "org.waystation.tickets.queue", "waystation.tickets.queue");

    private static final List<View> VIEWS = List.of(
            TICKETS,
            new View("org.waystation.assets.ui", "org.waystation.assets.list", "waystation.assets.table"),
            new View("org.waystation.knowledge.ui", "org.waystation.knowledge.list", "waystation.articles.table"),
            new View("org.waystation.sessions.ui", "org.waystation.sessions.list", "waystation.sessions.list"));

    private static final Locator BODY = Locator.id("waystation.article.body");
    private static final Locator TITLE_BOX = Locator.id("waystation.article.titleBox");
    private static final Locator LOCATION = Locator.id("waystation.asset.location");

    /**
     * A view.
     *
     * @param id of its bundle
     * @param part its tool window
     * @param widget something that only it shows
     */
    private record View(String id, String part, String widget) {}

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void oneJobGoesThroughAllFourViewsOnlineAndOffline() throws Exception {
        try (OpenSshServer ssh = OpenSshServer.start(folder.resolve("sshd"));
                Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation =
                        session.openWithout(VIEWS.stream().map(View::id).toList())) {
            Screen screen = workstation.screen();
            screen.await(Locator.id("waystation.window"));
            screen.resize(Pictures.WIDTH, Pictures.HEIGHT);
            // What the shell itself loads for the first list holds the window, and is no plug-in's doing.
            workstation.plugins().show("org.waystation.companies.list");
            screen.await(Locator.id("waystation.companies.table"));
            Map<View, Path> packages = install(workstation.plugins(), session);
            show(workstation.plugins(), screen, TICKETS);
            workstation.plugins().show("org.waystation.tickets.context");
            new QueueBot(screen).awaitFilled();
            StatusBot status = new StatusBot(screen).awaitUpToDate();

            findTicket(screen);
            hands.click(screen.await(Locator.id("waystation.context.asset")));
            screen.await(
                    Locator.id("waystation.asset.title"), seen -> seen.text().equals("FS-01"));
            RemoteSessionBot remote = new RemoteSessionBot(screen, ssh).plan("waystation.asset.session");
            remote.choose("waystation.connect.ticket", String.valueOf(NUMBER))
                    .connect()
                    .password()
                    .awaitPrompt()
                    .run("echo answer-$((40+2)); touch seen-on-the-machine", "answer-42");
            screen.waitFor(
                    "the file on the machine", () -> Files.exists(ssh.home().resolve("seen-on-the-machine")));
            remote.end();
            remote.book(ONLINE);
            findTicket(screen);
            write(screen);
            status.awaitUpToDate();

            server.stop();
            status.awaitOffline();
            changeArticle(screen);
            moveAsset(screen);
            findTicket(screen);
            new TicketBot(screen).note(NOTE).awaitText(NOTE);
            remote.plan("waystation.ticket.session")
                    .connectAgain()
                    .password()
                    .awaitPrompt()
                    .run("echo again-$((40+3))", "again-43");
            remote.end();
            remote.book(OFFLINE);
            screen.await(
                    Locator.id("waystation.status.sync"), seen -> seen.text().contains("waiting"));

            server.start();
            status.awaitUpToDate();
            readBack(server, screen, ssh.host() + ":" + ssh.port());
            for (View view : VIEWS) {
                takeOutAndPutIn(workstation.plugins(), screen, view, packages.get(view));
            }
            findTicket(screen);
            boolean fault =
                    screen.find(Locator.contains("Something went wrong")).isPresent();
            assertFalse(fault, "a fault was reported:\n" + workstation.log());
            session.finish(workstation);
        }
    }

    private Map<View, Path> install(PluginBot plugins, Session session) throws IOException {
        Path made = Files.createDirectories(folder.resolve("packages"));
        Map<View, Path> packages = new LinkedHashMap<>();
        for (View view : VIEWS) {
            packages.put(view, new BundleAsPlugin(session.installation(), view.id()).write(made));
            plugins.install(packages.get(view));
        }
        assertEquals(
                VIEWS.stream().map(view -> view.id() + " ACTIVE").sorted().toList(),
                plugins.installed().stream().sorted().toList());
        return packages;
    }

    private void show(PluginBot plugins, Screen screen, View view) {
        screen.waitFor(view.id() + " is active", () -> plugins.installed().contains(view.id() + " ACTIVE"));
        plugins.show(view.part());
        screen.await(Locator.id(view.widget()));
    }

    private void find(Screen screen, String typed, String found) {
        hands.press("shift");
        hands.press("shift");
        screen.await(Locator.id("waystation.search.input"));
        hands.type(typed);
        screen.await(
                Locator.id("waystation.search.results"),
                seen -> seen.text().lines().anyMatch(line -> line.startsWith("> ") && line.contains(found)));
        hands.press("Return");
        screen.waitFor("one window", () -> screen.windows() == 1);
    }

    private void findTicket(Screen screen) {
        find(screen, "t:#" + NUMBER, String.valueOf(NUMBER));
        screen.await(
                Locator.id("waystation.ticket.subject"), seen -> seen.text().equals(SUBJECT));
    }

    private void write(Screen screen) {
        hands.press("ctrl+shift+k");
        screen.await(BODY, Screen.Seen::focus);
        screen.await(BODY, seen -> seen.text().startsWith("## Problem"));
        screen.waitFor("the title has the focus", () -> {
            if (screen.find(TITLE_BOX).filter(Screen.Seen::focus).isPresent()) {
                return true;
            }
            hands.press("shift+Tab");
            return false;
        });
        hands.press("ctrl+a");
        hands.type(TITLE);
        hands.press("ctrl+s");
        screen.await(Locator.id("waystation.article.title"), seen -> seen.text().equals(TITLE));
        hands.click(screen.await(Locator.id("waystation.article.publish")));
        screen.await(Locator.id("waystation.article.state"), seen -> seen.text().equals("Published"));
    }

    private void changeArticle(Screen screen) {
        find(screen, "k:" + TITLE, TITLE);
        screen.await(Locator.id("waystation.article.title"), seen -> seen.text().equals(TITLE));
        hands.press("F4");
        screen.await(BODY, Screen.Seen::focus);
        hands.press("ctrl+End");
        hands.type(" Written in the van.");
        hands.press("ctrl+s");
        screen.await(Locator.id("waystation.article.edit"));
    }

    private void moveAsset(Screen screen) {
        find(screen, "a:FS-01", "FS-01");
        hands.click(screen.await(LOCATION));
        hands.press("ctrl+a");
        hands.type("Rack B, unit 7");
        hands.press("Return");
        screen.await(LOCATION, seen -> seen.text().equals("Rack B, unit 7"));
    }

    private static void readBack(ServerProcess server, Screen screen, String machine) throws Exception {
        JsonNode ticket = server.get("tickets?number=" + NUMBER).at("/items/0");
        String id = ticket.path("id").asText();
        String asset = ticket.at("/data/assetId").asText();
        screen.waitFor("the note on the server", () -> server.notes(NUMBER, NOTE) == 1);
        List<String> booked = texts(server, "tickets/" + id + "/time-entries", "/data/comment");
        assertTrue(booked.containsAll(List.of(ONLINE, OFFLINE)), booked::toString);
        assertEquals(
                "Rack B, unit 7",
                server.get("assets/" + asset).at("/data/location").asText());
        JsonNode article = items(server, "articles?limit=200").stream()
                .filter(item -> item.at("/data/title").asText().equals(TITLE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such article"));
        assertTrue(article.at("/data/body").asText().endsWith("Written in the van."), article::toString);
        assertEquals("published", article.at("/data/state").asText());
        assertEquals(id, article.at("/data/ticketIds/0").asText());
        long worked = items(server, "remote-sessions?ticketId=" + id).stream()
                .filter(session -> session.at("/data/assetId").asText().equals(asset)
                        && session.at("/data/target").asText().equals(machine))
                .count();
        assertEquals(2, worked, "sessions on the asset, for the ticket");
    }

    private static List<JsonNode> items(ServerProcess server, String path) throws IOException, InterruptedException {
        return StreamSupport.stream(server.get(path).path("items").spliterator(), false)
                .toList();
    }

    private static List<String> texts(ServerProcess server, String path, String field)
            throws IOException, InterruptedException {
        return items(server, path).stream().map(item -> item.at(field).asText()).toList();
    }

    private void takeOutAndPutIn(PluginBot plugins, Screen screen, View view, Path file) {
        show(plugins, screen, view);
        PluginBot.Removal removal = plugins.remove(view.id());
        assertEquals(List.of(), removal.leftover(), view.id());
        assertEquals("", removal.holder(), view.id());
        screen.awaitGone(Locator.id(view.widget()));
        plugins.install(file);
        show(plugins, screen, view);
    }
}
