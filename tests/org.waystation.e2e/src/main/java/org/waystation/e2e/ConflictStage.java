package org.waystation.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;

/** The way to a change that did not get through: one field that somebody else has changed at the server meanwhile. */
final class ConflictStage {

    private static final Locator PAGE = Locator.id("waystation.conflict");

    private final Stage stage;
    private final Screen screen;
    private final ServerProcess server;
    private final Hands hands = new Hands();

    ConflictStage(Stage stage, Screen screen, ServerProcess server) {
        this.stage = stage;
        this.screen = screen;
        this.server = server;
    }

    /** Both versions side by side, and what comes of them. */
    void compare() {
        stage.openTicket();
        server.stop();
        new StatusBot(screen).awaitOffline();
        rename("Nightly backup of FS-02 fails: the repository is full again");
        changeThere();
        stage.syncCenter();
        hands.click(screen.await(Locator.text("Compare")));
        screen.await(PAGE);
        screen.settle();
    }

    private void rename(String subject) {
        hands.click(screen.await(Locator.id("waystation.ticket.subject.edit")));
        screen.await(Locator.id("waystation.ticket.subject.box"), Screen.Seen::focus);
        hands.press("ctrl+a");
        hands.type(subject);
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.ticket.subject.box"));
    }

    /** The change at the server comes before the workstation can send its own. */
    private void changeThere() {
        try {
            try (ServerProcess unknown = server.onItsOwn().start()) {
                renameThere(unknown, "Nightly backup of FS-02 fails since the update of Tuesday");
            }
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void renameThere(ServerProcess there, String subject) throws IOException, InterruptedException {
        JsonNode ticket = there.get("tickets?number=" + Stage.TICKET).at("/items/0");
        ObjectNode operation = new ObjectMapper()
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("type", "update")
                .put("kind", "ticket")
                .put("entityId", ticket.path("id").asText())
                .put("baseVersion", ticket.path("version").asLong())
                .put("performedAt", Instant.now().toString());
        operation
                .withArray("changes")
                .addObject()
                .put("field", "subject")
                .put("old", ticket.at("/data/subject").asText())
                .put("new", subject);
        JsonNode result = there.operate(operation);
        if (!result.path("outcome").asText().equals("applied")) {
            throw new IllegalStateException(result.toString());
        }
    }

    /** Gives the change up, so that what follows begins as it would have. */
    void giveUp() {
        hands.click(screen.await(Locator.id("waystation.conflict.giveUp")));
        screen.awaitGone(PAGE);
        stage.leaveSyncCenter();
        new StatusBot(screen).awaitUpToDate();
    }
}
