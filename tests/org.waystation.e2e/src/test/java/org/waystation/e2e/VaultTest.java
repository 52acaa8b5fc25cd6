package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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

/** A secret from the vault opens a real machine from a ticket, and is nowhere but in the vault: not while, not after. */
class VaultTest {

    private static final int NUMBER = 48213;
    private static final String NAME = "Administrator of FS-01";
    private static final String COMMENT = "Looked at the service on the machine itself";
    private static final Locator PASSWORD = Locator.id("waystation.credential.PASSWORD");

    @TempDir
    Path folder;

    private final Hands hands = new Hands();

    @Test
    void aCredentialOpensARecordedSessionAndItsSecretIsFoundNowhere() throws Exception {
        try (OpenSshServer ssh = OpenSshServer.start(folder.resolve("sshd"));
                Session session = new Session(folder.resolve("run"), "--sample", "small");
                ServerProcess server = session.server().start();
                Workstation workstation = session.open()) {
            Screen screen = workstation.screen();
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();
            keep(screen, ssh);
            new QueueBot(screen)
                    .filter(String.valueOf(NUMBER))
                    .awaitOnly(String.valueOf(NUMBER))
                    .openFirst();
            RemoteSessionBot remote = new RemoteSessionBot(screen, ssh)
                    .plan()
                    .choose("waystation.connect.credential", NAME)
                    .connect()
                    .awaitPrompt()
                    .run("echo answer-$((40+2)); touch seen-on-the-machine", "answer-42");
            screen.waitFor(
                    "the file on the machine", () -> Files.exists(ssh.home().resolve("seen-on-the-machine")));
            Leaks leaks = Leaks.of(ssh.password());
            assertEquals(Set.of(), leaks.files(folder.resolve("run"), workstation.scratch()), "while it is open");
            remote.end();
            String minutes = remote.book(COMMENT);
            new StatusBot(screen).awaitUpToDate();
            screen.waitFor("the time entry on the server", () -> booked(server, minutes) == 1);
            play(screen, ssh);

            hands.press("ctrl+alt+l");
            screen.await(Locator.id("waystation.unlock.passphrase"));
            assertEquals(Set.of(), leaks.heap(workstation, folder), "the secret in the heap of a locked program");
            assertFalse(
                    Leaks.of("org.waystation.sessions")
                            .heap(workstation, folder)
                            .isEmpty(),
                    "what is there is found");
            unlock(screen, session);
            session.finish(workstation);
            assertEquals(Set.of(), leaks.files(folder.resolve("run"), workstation.scratch()), "when all is over");
            Files.writeString(folder.resolve("run/planted"), "before " + ssh.password() + " after");
            assertEquals(1, leaks.files(folder.resolve("run")).size(), "what is there is found");
        }
    }

    /** Adds the credential, then copies and shows its password, as a person does on the way. */
    private void keep(Screen screen, OpenSshServer ssh) {
        hands.click(screen.await(Locator.name("Credentials").and("type", "StripeButton")));
        hands.click(screen.await(Locator.id("waystation.credentials.new")));
        screen.await(Locator.id("waystation.credential.name"), Screen.Seen::focus);
        hands.type(NAME);
        hands.click(screen.await(Locator.id("waystation.credential.user")));
        hands.type(ssh.user());
        hands.click(screen.await(PASSWORD));
        hands.type(ssh.password());
        hands.click(screen.await(Locator.id("waystation.credential.save")));
        screen.awaitGone(PASSWORD);
        hands.click(screen.await(Locator.id("waystation.credentials.list")));
        hands.press("Home");
        hands.click(screen.await(Locator.id("waystation.credentials.show")));
        screen.await(Locator.text(ssh.password()));
        hands.click(screen.await(Locator.id("waystation.credentials.copy")));
        screen.await(Locator.text("Password copied"));
    }

    /** The recording is what the machine printed. */
    private void play(Screen screen, OpenSshServer ssh) {
        hands.click(screen.await(Locator.id("waystation.session.play")));
        String shown = screen.await(
                        Locator.id("waystation.terminal"), seen -> seen.text().contains("answer-42"))
                .text();
        assertFalse(shown.contains(ssh.password()), "the secret is in the recording");
    }

    private void unlock(Screen screen, Session session) throws IOException {
        screen.await(Locator.id("waystation.unlock.passphrase"), Screen.Seen::focus);
        hands.type(Bench.secret(session.profile()));
        hands.press("Return");
        screen.awaitGone(Locator.id("waystation.unlock"));
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
}
