package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.Workstation;

/** From a ticket into a real machine and back, with the keyboard. */
class RemoteSessionTest {

    private static final int NUMBER = 48213;
    private static final String COMMENT = "Looked at the service on the machine itself";

    private static final Locator MENU = Locator.type("MenuList");
    private static final Locator TERMINAL = Locator.id("waystation.terminal");

    @TempDir
    Path folder;

    @Test
    void aSessionFromATicketEndsAsTimeOnTheServer() throws Exception {
        try (OpenSshServer ssh = OpenSshServer.start(folder.resolve("sshd"));
                Session session = new Session(folder, "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            Hands hands = new Hands();
            new QueueBot(screen)
                    .awaitFilled()
                    .filter(String.valueOf(NUMBER))
                    .awaitOnly(String.valueOf(NUMBER))
                    .openFirst();
            hands.press("alt+Return");
            screen.await(MENU, Screen.Seen::focus);
            hands.type("remote session");
            hands.press("Return");
            fill(screen, hands, "waystation.connect.host", ssh.host());
            fill(screen, hands, "waystation.connect.port", String.valueOf(ssh.port()));
            fill(screen, hands, "waystation.connect.user", ssh.user());
            hands.press("Return");

            screen.await(
                    Locator.id("waystation.session.fingerprint"),
                    seen -> seen.text().startsWith("SHA256:"));
            screen.await(Locator.id("waystation.session.yes"), Screen.Seen::focus);
            hands.press("Return");
            screen.await(Locator.id("waystation.session.answer"), Screen.Seen::focus);
            hands.type(ssh.password());
            hands.press("Return");
            screen.await(TERMINAL, seen -> seen.text().contains("$"));
            screen.await(Locator.type("Canvas").within("waystation.terminal"), Screen.Seen::focus);
            hands.type("echo answer-$((40+2)); touch seen-on-the-machine");
            hands.press("Return");
            screen.await(TERMINAL, seen -> seen.text().contains("answer-42"));
            screen.waitFor(
                    "the file on the machine", () -> Files.exists(ssh.home().resolve("seen-on-the-machine")));
            hands.click(screen.await(Locator.id("waystation.session.end")));

            String minutes = screen.await(
                            Locator.id("waystation.session.minutes"),
                            seen -> seen.text().matches("[1-9][0-9]*"))
                    .text();
            fill(screen, hands, "waystation.session.comment", COMMENT);
            hands.click(screen.await(Locator.id("waystation.session.book")));
            screen.await(Locator.id("waystation.session.booked"));
            new StatusBot(screen).awaitUpToDate();
            screen.waitFor("the time entry on the server", () -> booked(server, minutes) == 1);
            assertEquals(
                    Optional.empty(), screen.find(Locator.contains("Something went wrong")), "a fault was reported");
            session.finish(workstation);
        }
    }

    /** How many time entries the server has for the session. */
    private static long booked(ServerProcess server, String minutes) throws IOException, InterruptedException {
        String id = server.get("tickets?number=" + NUMBER).at("/items/0/id").asText();
        return StreamSupport.stream(
                        server.get("tickets/" + id + "/time-entries")
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.at("/data/comment").asText().equals(COMMENT)
                        && entry.at("/data/minutes").asText().equals(minutes))
                .count();
    }

    private static void fill(Screen screen, Hands hands, String box, String text) {
        hands.click(screen.await(Locator.id(box)));
        hands.press("ctrl+a");
        hands.type(text);
        screen.await(Locator.id(box), seen -> seen.text().equals(text));
    }
}
