package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/** The job the program is there for, with the real server, the real product and a person's keyboard and mouse. */
class MainJobTest {

    private static final String SUBJECT = "Nightly backup of FS-01 failed twice in a row";
    private static final int NUMBER = 48213;

    @TempDir
    Path folder;

    @Test
    void aTicketIsFoundNotedBookedAndResolvedAndTheServerHasIt() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            QueueBot queue = new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();

            TicketBot ticket =
                    queue.filter(String.valueOf(NUMBER)).awaitOnly(SUBJECT).openFirst();
            assertEquals(SUBJECT, ticket.subject());
            ticket.note("Service enabled at boot, manual run finished without an error.");
            ticket.awaitText("manual run finished");
            ticket.book("25", "Checked the repository host");
            ticket.step("Resolved");
            new StatusBot(screen).awaitUpToDate();

            JsonNode stored = ticket(server);
            screen.waitFor(
                    "the step on the server",
                    () -> ticket(server).at("/data/status").asText().equals("resolved"));
            String id = stored.path("id").asText();
            assertEquals(1, server.notes(NUMBER, "Service enabled at boot, manual run finished without an error."));
            List<JsonNode> booked = items(server.get("tickets/" + id + "/time-entries"));
            assertTrue(
                    booked.stream()
                            .anyMatch(e -> e.at("/data/minutes").asInt() == 25
                                    && e.at("/data/comment").asText().equals("Checked the repository host")),
                    () -> "no such time entry among " + booked);
            session.finish(workstation);
        }
    }

    @Test
    void workDoneWhileTheServerIsDownReachesItOnceWhenItIsBack() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            QueueBot queue = new QueueBot(screen).awaitFilled();
            StatusBot status = new StatusBot(screen).awaitUpToDate();
            TicketBot ticket =
                    queue.filter(String.valueOf(NUMBER)).awaitOnly(SUBJECT).openFirst();

            server.stop();
            ticket.note("Written while the server was down.");
            ticket.awaitText("Written while the server was down.");
            screen.await(Locator.text("not yet synced"));
            status.awaitContaining("1 change waiting");

            server.start();
            status.awaitUpToDate();
            screen.awaitGone(Locator.text("not yet synced"));
            assertEquals(1, server.notes(NUMBER, "Written while the server was down."));
            session.finish(workstation);
        }
    }

    @Test
    void startingWithoutAServerWorksAndCatchesUp() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server();
            try (Workstation workstation = session.open()) {
                new StatusBot(workstation.screen()).awaitOffline();
                server.start();
                new QueueBot(workstation.screen()).awaitFilled();
                new StatusBot(workstation.screen()).awaitUpToDate();
                session.finish(workstation);
            }
        }
    }

    private static JsonNode ticket(ServerProcess server) throws IOException, InterruptedException {
        return items(server.get("tickets?number=" + NUMBER)).getFirst();
    }

    private static List<JsonNode> items(JsonNode page) {
        return new ArrayList<>(
                StreamSupport.stream(page.path("items").spliterator(), false).toList());
    }
}
