package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.Workstation;

/** What was learnt on a ticket is written down with the keyboard, while the server is away, and is there for the others. */
class KnowledgeTest {

    private static final int NUMBER = 48213;
    private static final String TITLE = "Restic service after host updates";

    private static final Locator BODY = Locator.id("waystation.article.body");
    private static final Locator TITLE_BOX = Locator.id("waystation.article.titleBox");

    @TempDir
    Path folder;

    @Test
    void anArticleWrittenFromATicketOfflineIsOnTheServerWithItsLinksAndVersions() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            Hands hands = new Hands();
            new QueueBot(screen)
                    .awaitFilled()
                    .filter(String.valueOf(NUMBER))
                    .awaitOnly(String.valueOf(NUMBER))
                    .openFirst();
            StatusBot status = new StatusBot(screen).awaitUpToDate();
            server.stop();
            status.awaitOffline();

            hands.press("ctrl+shift+k");
            screen.await(BODY, Screen.Seen::focus);
            screen.await(BODY, seen -> seen.text().startsWith("## Problem"));
            hands.press("ctrl+End");
            hands.type("Enable the service at boot.");
            hands.press("shift+Home", "ctrl+b");
            screen.await(BODY, seen -> seen.text().endsWith("**Enable the service at boot.**"));
            focusTitle(screen, hands);
            hands.press("ctrl+a");
            hands.type(TITLE);
            screen.await(TITLE_BOX, seen -> seen.text().equals(TITLE));
            hands.press("ctrl+s");
            screen.await(
                    Locator.id("waystation.article.title"), seen -> seen.text().equals(TITLE));
            hands.click(screen.await(Locator.id("waystation.article.publish")));
            screen.await(
                    Locator.id("waystation.article.state"), seen -> seen.text().equals("Published"));
            screen.await(Locator.text("not yet synced"));

            server.start();
            status.awaitUpToDate();
            screen.waitFor("the article on the server", () -> article(server).isPresent());
            JsonNode stored = article(server).orElseThrow();
            String ticket =
                    server.get("tickets?number=" + NUMBER).at("/items/0/id").asText();
            assertEquals("published", stored.at("/data/state").asText());
            assertEquals("internal", stored.at("/data/visibility").asText());
            assertEquals(ticket, stored.at("/data/ticketIds/0").asText());
            assertTrue(stored.at("/data/body").asText().endsWith("**Enable the service at boot.**"));
            long versions = StreamSupport.stream(
                            server.get("article-versions?articleId="
                                            + stored.path("id").asText())
                                    .path("items")
                                    .spliterator(),
                            false)
                    .count();
            assertEquals(2, versions, "as it was made from the ticket, and as it was saved");
            assertEquals(
                    Optional.empty(), screen.find(Locator.contains("Something went wrong")), "a fault was reported");
            session.finish(workstation);
        }
    }

    @Test
    void anArticleIsFoundByItsTextAndOpenedFromSearchEverywhere() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            assertTrue(server.readyFile().toFile().exists());
            Screen screen = workstation.screen();
            Hands hands = new Hands();
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();
            hands.press("ctrl+shift+a");
            screen.await(Locator.id("waystation.search.input"));
            hands.type("k:twenty minutes");
            screen.await(
                    Locator.id("waystation.search.results"), seen -> seen.text().contains("VPN drops after exactly"));
            screen.await(
                    Locator.id("waystation.search.tabs"), seen -> seen.text().equals("Articles"));
            hands.press("alt+Return");
            screen.await(
                    Locator.id("waystation.search.results"), seen -> seen.text().contains("Archive this article"));
            hands.press("Escape");
            screen.await(
                    Locator.id("waystation.search.results"), seen -> seen.text().contains("VPN drops after exactly"));
            hands.press("Return");
            screen.await(
                    Locator.id("waystation.article.title"), seen -> seen.text().startsWith("VPN drops"));
            session.finish(workstation);
        }
    }

    /** Backwards by the keyboard, past the buttons of the editor. */
    private static void focusTitle(Screen screen, Hands hands) {
        screen.waitFor("the title has the focus", () -> {
            if (screen.find(TITLE_BOX).filter(Screen.Seen::focus).isPresent()) {
                return true;
            }
            hands.press("shift+Tab");
            return false;
        });
    }

    private static Optional<JsonNode> article(ServerProcess server) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        server.get("articles?limit=200").path("items").spliterator(), false)
                .filter(item -> item.at("/data/title").asText().equals(TITLE))
                .findFirst();
    }
}
