package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.backend.rt.internal.connect.SetupFile;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/** The whole program works a Request Tracker that nobody here wrote: connected through its screen, worked without it. */
class TrackerTest {

    private static final String SUBJECT = "Drucker im Flur steht";
    private static final String ASSET = "nb-acme-17";
    private static final Locator MENU = Locator.type("MenuList");
    private static final Locator BODY = Locator.id("waystation.article.body");
    private static final Locator SERIAL = Locator.id("waystation.asset.serial");

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void aDayWithoutTheServerIsThereAfterwardsWithOneConflictByField() throws Exception {
        try (Session session = new Session(folder);
                RequestTracker tracker = RequestTracker.start(folder.resolve("rt"), SetupFile.text());
                OtherEyes eyes = new OtherEyes(tracker.address(), RequestTracker.COLLEAGUE, RequestTracker.PASSWORD)) {
            long number = seed(eyes);
            try (Workstation workstation = session.openSignedOut()) {
                Screen screen = workstation.screen();
                hands.click(screen.await(Locator.id("waystation.signin.later")));
                new TrackerBot(screen)
                        .open()
                        .test(tracker.address(), RequestTracker.TECHNICIAN, RequestTracker.PASSWORD)
                        .connect();
                StatusBot status = new StatusBot(screen).awaitUpToDate();
                TicketBot ticket = new QueueBot(screen)
                        .filter(SUBJECT.substring(0, 7))
                        .awaitOnly(SUBJECT)
                        .openFirst();
                nothingIsOfferedThatIsNotKept(screen);

                tracker.stop();
                workWithout(screen, ticket, status);
                tracker.change(number, "Subject", "Drucker: Toner bestellt");
                tracker.launch();
                comeBack(screen, status);
                readBack(eyes, number);
                assertEquals(
                        Optional.empty(),
                        screen.find(Locator.contains("Something went wrong")),
                        "a fault was reported");
                session.finish(workstation);
            }
            try (Workstation again = session.openSignedOut()) {
                new StatusBot(again.screen()).awaitUpToDate();
                assertEquals(
                        Optional.empty(), again.screen().find(Locator.id("waystation.signin")), "asked to sign in");
                session.finish(again);
            }
        }
    }

    private static long seed(OtherEyes eyes) throws Exception {
        eyes.write(
                "POST",
                "asset",
                "{\"Name\":\"" + ASSET + "\",\"Catalog\":\"General assets\",\"Status\":\"in-use\","
                        + "\"Contact\":[\"bob@acme.test\"],\"CustomFields\":{\"Serial\":\"A-1\"}}");
        return eyes.write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"" + SUBJECT + "\",\"Requestor\":\"bob@acme.test\","
                                + "\"Owner\":\"tech1\",\"Status\":\"open\",\"Content\":\"Er druckt nicht.\"}")
                .path("id")
                .asLong();
    }

    /** Request Tracker has links of three kinds, no tags and no checklist. */
    private void nothingIsOfferedThatIsNotKept(Screen screen) {
        for (String typed : List.of("part of", "tag", "checklist", "duplicate")) {
            hands.click(screen.await(Locator.id("waystation.ticket.link")));
            screen.await(MENU, Screen.Seen::focus);
            hands.type(typed);
            boolean kept = typed.equals("part of");
            screen.await(MENU, seen -> seen.text().isEmpty() != kept);
            hands.press("Escape");
            screen.awaitGone(MENU);
        }
    }

    private void workWithout(Screen screen, TicketBot ticket, StatusBot status) {
        ticket.note("Trommel gereinigt.").awaitText("Trommel gereinigt.");
        status.awaitOffline();
        ticket.book("25", "vor Ort");
        hands.click(screen.await(Locator.id("waystation.ticket.priority")));
        screen.await(MENU, Screen.Seen::focus);
        hands.type("p1");
        hands.press("Return");
        screen.awaitGone(MENU);
        hands.click(screen.await(Locator.id("waystation.ticket.subject.edit")));
        screen.await(Locator.id("waystation.ticket.subject.box"), Screen.Seen::focus);
        hands.press("ctrl+a");
        hands.type("Drucker laeuft wieder");
        hands.press("Return");
        screen.await(
                Locator.id("waystation.ticket.subject"), seen -> seen.text().equals("Drucker laeuft wieder"));

        hands.press("ctrl+shift+k");
        screen.await(BODY, seen -> seen.focus() && seen.text().startsWith("## "));
        hands.press("ctrl+End");
        hands.type("Trommel reinigen.");
        hands.press("ctrl+s");
        screen.await(Locator.id("waystation.article.title"), seen -> seen.text().startsWith("Drucker"));

        hands.click(screen.await(Locator.name("Assets").and("type", "StripeButton")));
        Locator table = Locator.id("waystation.assets.table");
        screen.waitFor("the asset", () -> screen.rows(table).stream().anyMatch(row -> row.contains(ASSET)));
        Screen.Seen rows = screen.await(table);
        hands.clickAt(rows.x() + rows.width() / 2, rows.y() + 40);
        hands.press("Home", "Return");
        hands.click(screen.await(SERIAL));
        hands.press("ctrl+a");
        hands.type("A-2");
        hands.press("Return");
        screen.await(Locator.text("not yet synced"));
    }

    private void comeBack(Screen screen, StatusBot status) {
        hands.press("ctrl+alt+y");
        hands.press("ctrl+shift+y");
        Locator compare = Locator.text("Compare").and("type", "FlatButton");
        screen.await(compare);
        screen.settle(); // what else comes with the sync moves the cards
        hands.click(screen.await(compare));
        screen.await(Locator.id("waystation.conflict.field.subject"));
        hands.press("Tab", "2"); // from the box of the result to its buttons: mine
        screen.await(
                Locator.id("waystation.conflict.result.subject"),
                seen -> seen.text().equals("Drucker laeuft wieder"));
        hands.click(screen.await(Locator.id("waystation.conflict.send")));
        status.awaitUpToDate();
    }

    private static void readBack(OtherEyes eyes, long number) throws Exception {
        JsonNode ticket = eyes.get("ticket/" + number);
        assertEquals("Drucker laeuft wieder", ticket.path("Subject").asText());
        assertEquals(100, ticket.path("Priority").asInt());
        assertEquals(25, ticket.path("TimeWorked").asInt());
        String page = eyes.page("Ticket/Display.html?id=" + number);
        assertTrue(page.contains("Drucker laeuft wieder"), "its own page shows the subject");
        assertTrue(
                eyes.page("Ticket/History.html?id=" + number).contains("Trommel gereinigt."),
                "its own page shows the note");
        assertEquals(
                1,
                eyes.messages(number).stream()
                        .filter(said -> said.contains("Trommel gereinigt."))
                        .count());
        String asset = eyes.get("assets?query=" + OtherEyes.escape("Name = '" + ASSET + "'") + "&fields=CustomFields")
                .toString();
        assertTrue(asset.contains("A-2"), asset);
        String articles = eyes.get("articles?query="
                        + OtherEyes.escape("[{\"field\":\"Name\",\"operator\":\"LIKE\",\"value\":\"Drucker\"}]")
                        + "&fields=CustomFields")
                .toString();
        assertTrue(articles.contains("Trommel reinigen."), articles);
    }
}
