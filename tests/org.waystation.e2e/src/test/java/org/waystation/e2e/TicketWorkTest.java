package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/** A new ticket from anywhere, an asset linked, time counted and booked with a note: by keyboard, read back from the server. */
class TicketWorkTest {

    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final String SUBJECT = "Scanner does not reach the share";

    private static final Locator MENU = Locator.type("MenuList");

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void aTicketIsMadeInSecondsLinkedAndItsTimeBookedWithTheNote() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();

            long began = System.nanoTime();
            hands.press("ctrl+n");
            screen.await(Locator.id("waystation.newTicket.subject"), Screen.Seen::focus);
            hands.type(SUBJECT);
            hands.press("Tab", "space");
            screen.await(MENU, Screen.Seen::focus);
            hands.type("harbour dental");
            hands.press("Return");
            screen.awaitGone(MENU);
            hands.press("shift+Tab");
            screen.await(Locator.id("waystation.newTicket.subject"), Screen.Seen::focus);
            hands.press("Return");
            TicketBot ticket = new TicketBot(screen).awaitOpen();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(SUBJECT, ticket.subject());
            assertTrue(took.compareTo(QUICK) < 0, () -> "a new ticket took " + took);

            hands.press("ctrl+t");
            screen.await(Locator.id("waystation.timer"), seen -> seen.text().startsWith("Counting"));
            linkAsset(screen);
            ticket.note("Share permissions put right.").awaitText("Share permissions put right.");
            new StatusBot(screen).awaitUpToDate();

            JsonNode stored = stored(server);
            assertTrue(stored.at("/data/assetId").isTextual(), "the asset is linked");
            JsonNode entries = server.get("tickets/" + stored.path("id").asText() + "/time-entries");
            assertEquals(1, entries.at("/items/0/data/minutes").asInt(), entries::toString);
            assertEquals("remote", entries.at("/items/0/data/workType").asText());
            session.finish(workstation);
        }
    }

    private void linkAsset(Screen screen) {
        hands.click(screen.await(Locator.id("waystation.ticket.link")));
        hands.type("an asset");
        hands.press("Return");
        screen.await(Locator.id("waystation.pick.text"), Screen.Seen::focus);
        screen.await(Locator.id("waystation.pick.list"), seen -> seen.text().contains(","));
        hands.press("Down", "Return");
        screen.await(Locator.id("waystation.context.asset"));
    }

    private static JsonNode stored(ServerProcess server) throws Exception {
        String after = "";
        do {
            JsonNode page = server.get("tickets?status=new&limit=100" + after);
            for (JsonNode each : page.path("items")) {
                if (each.at("/data/subject").asText().equals(SUBJECT)) {
                    return each;
                }
            }
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        throw new AssertionError("The server has no such ticket.");
    }
}
