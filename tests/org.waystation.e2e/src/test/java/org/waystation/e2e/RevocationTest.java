package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/** Access is taken away at the server while the window is open: it locks, says why, and keeps what was not sent. */
class RevocationTest {

    private static final String TECHNICIAN = "tom.reyes@northwind-msp.example";
    private static final int NUMBER = 48213;
    private static final String NOTE = "Written before the access was taken away.";
    private static final Locator PASSPHRASE = Locator.id("waystation.unlock.passphrase");
    private static final Locator SHEET = Locator.id("waystation.unlock");

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void whoseAccessIsTakenAwayIsLockedOutAndLosesNothing() throws Exception {
        try (Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            QueueBot queue = new QueueBot(screen).awaitFilled();
            StatusBot status = new StatusBot(screen).awaitUpToDate();
            TicketBot ticket = queue.filter(String.valueOf(NUMBER))
                    .awaitOnly(String.valueOf(NUMBER))
                    .openFirst();

            server.stop();
            ticket.note(NOTE).awaitText(NOTE);
            status.awaitContaining("1 change waiting");
            server.command("user", "disable", TECHNICIAN);
            server.start();
            screen.await(PASSPHRASE, Screen.Seen::focus);
            screen.await(Locator.text("Unlock with the server"));

            unlock(session);
            screen.await(Locator.contains("Ask whoever manages your account."));

            server.command("user", "enable", TECHNICIAN);
            unlock(session);
            screen.awaitGone(SHEET);
            status.awaitUpToDate();
            screen.waitFor("the note at the server", () -> server.notes(NUMBER, NOTE) == 1);
            String told = String.join("\n", new NoticeBot(screen).log());
            assertTrue(told.contains("taken away"), told);
            session.finish(workstation);
        }
    }

    private void unlock(Session session) throws Exception {
        hands.type(Bench.secret(session.profile()));
        hands.press("Return");
    }
}
