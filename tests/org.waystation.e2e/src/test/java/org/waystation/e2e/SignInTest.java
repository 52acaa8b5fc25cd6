package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.Workstation;

/** A technician with an account on the real server signs in from a workstation that knows no server. */
class SignInTest {

    private static final String TICKET = "48213";
    private static final Locator SHEET = Locator.id("waystation.signin");
    private static final Locator SERVER = Locator.id("waystation.signin.server");
    private static final Leaks TOKENS = Leaks.of(List.of()).and(Pattern.compile("ws[ar]_[A-Za-z0-9_-]{16}"));

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void aTechnicianSignsInByACodeOutAndInAgainAndStaysSignedInOverARestart() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            Account account = Account.on(server);
            String address = server.address().toString();
            try (Workstation workstation = session.openSignedOut()) {
                Screen screen = workstation.screen();
                screen.await(SERVER, Screen.Seen::focus);
                hands.type("http://msp.example");
                hands.press("Return");
                screen.await(Locator.text("The server address must begin with https://."));
                hands.press("ctrl+a");
                hands.type("http://127.0.0.1:1");
                hands.press("Return");
                screen.await(Locator.id("waystation.signin.fault"));
                screen.await(SERVER, Screen.Seen::focus);
                hands.press("ctrl+a");
                hands.type(address);
                account.signInByCode(screen);
                new StatusBot(screen).awaitUpToDate();
                new QueueBot(screen).filter(TICKET).awaitOnly(TICKET);

                fromAccountMenu(screen, "sign out");
                screen.await(SERVER, seen -> seen.text().startsWith(address));
                assertEquals(Set.of(), TOKENS.files(session.profile()));
                account.signInByCode(screen);
                new StatusBot(screen).awaitUpToDate();

                assertEquals(Set.of(), TOKENS.files(session.profile()));
                session.finish(workstation);
            }
            assertEquals(Set.of(), TOKENS.files(session.profile()));
            try (Workstation workstation = session.openSignedOut()) {
                new StatusBot(workstation.screen()).awaitUpToDate();
                assertTrue(workstation.screen().find(SHEET).isEmpty(), "asked although signed in");
                session.finish(workstation);
            }
        }
    }

    private void fromAccountMenu(Screen screen, String choice) {
        hands.click(screen.await(Locator.id("waystation.strip.avatar")));
        screen.await(Locator.type("MenuList"), Screen.Seen::focus);
        hands.type(choice);
        hands.press("Return");
    }
}
