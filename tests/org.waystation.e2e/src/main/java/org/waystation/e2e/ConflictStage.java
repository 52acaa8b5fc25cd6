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

/** The way to a field that two people have changed, and to the report of the sync that brought the decision over. */
final class ConflictStage {

    private static final Locator PAGE = Locator.id("waystation.conflict");
    private static final Locator BALLOON = Locator.id("waystation.balloon.close");
    private static final Locator COMPARE = Locator.text("Compare").within("waystation.sync.center");
    private static final int NOTCHES = 30;

    private final Stage stage;
    private final Screen screen;
    private final ServerProcess server;
    private final Hands hands = new Hands();

    ConflictStage(Stage stage, Screen screen, ServerProcess server) {
        this.stage = stage;
        this.screen = screen;
        this.server = server;
    }

    /** Three versions beside each other, and what shall come of them. */
    void compare() {
        stage.openTicket();
        try {
            server.hide();
            new StatusBot(screen).awaitOffline();
            rename("Nightly backup of FS-01 fails: the repository is full again");
            screen.await(Locator.text("not yet synced"));
            renameThere("Nightly backup of FS-01 fails since the update of Tuesday");
            server.show();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a colleague was at work", e);
        }
        new StatusBot(screen).awaitContaining("needs you");
        // The balloon tells of the same, and would stand over the list.
        screen.await(BALLOON);
        screen.settle();
        screen.find(BALLOON).ifPresent(hands::click);
        screen.awaitGone(BALLOON);
        stage.syncCenter();
        screen.await(COMPARE);
        screen.settle();
        hands.click(screen.await(COMPARE));
        screen.await(PAGE);
    }

    /** What was before stands again, so that the scenes that follow find the ticket as it was. */
    void decide() {
        hands.click(screen.await(Locator.text("Take what was")));
        hands.click(screen.await(Locator.id("waystation.conflict.send")));
        screen.awaitGone(PAGE);
        new StatusBot(screen).awaitUpToDate();
    }

    /** What the last syncs did stands below all else. */
    void report() {
        stage.syncCenter();
        Screen.Seen center = screen.await(Locator.id("waystation.sync.center"));
        hands.wheel(center.x() + center.width() / 2, center.y() + center.height() / 2, NOTCHES);
    }

    void leave() {
        stage.leaveSyncCenter();
        stage.closeEditor();
    }

    private void rename(String subject) {
        hands.click(screen.await(Locator.id("waystation.ticket.subject.edit")));
        screen.await(Locator.id("waystation.ticket.subject.box"), Screen.Seen::focus);
        hands.press("ctrl+a");
        hands.type(subject);
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.ticket.subject.box"));
    }

    private void renameThere(String subject) throws IOException, InterruptedException {
        JsonNode ticket = server.get("tickets?number=" + Stage.TICKET).at("/items/0");
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
        JsonNode result = server.operate(operation);
        if (!result.path("outcome").asText().equals("applied")) {
            throw new IllegalStateException(result.toString());
        }
    }
}
