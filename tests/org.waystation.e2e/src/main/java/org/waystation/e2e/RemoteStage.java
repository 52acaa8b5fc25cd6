package org.waystation.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** The ways to remote sessions, into a real machine that is started when the first of them is wanted, and to the vault. */
final class RemoteStage implements AutoCloseable {

    private static final String CREDENTIAL = "Administrator of FS-01";

    private static final String START = "waystation.ticket.session";

    private final Stage stage;
    private final Screen screen;
    private final Path folder;
    private final Hands hands = new Hands();
    private Optional<OpenSshServer> machine = Optional.empty();
    private Optional<RemoteSessionBot> session = Optional.empty();

    RemoteStage(Stage stage, Screen screen, Path folder) {
        this.stage = stage;
        this.screen = screen;
        this.folder = folder;
    }

    void credentials() {
        showCredentials();
        if (screen.find(Locator.id("waystation.credentials.copy")).isEmpty()) {
            keep("Firewall of the practice", "netadmin", "waystation.credential.PASSWORD", "never-shown-1");
            keep(CREDENTIAL, "administrator", "waystation.credential.PASSWORD", "never-shown-2");
            keep("Backup repository", "restic", "waystation.credential.ONE_TIME", "JBSWY3DPEHPK3PXP");
        }
        hands.click(screen.await(Locator.id("waystation.credentials.list")));
        hands.press("Home");
    }

    private void showCredentials() {
        if (screen.find(Locator.id("waystation.credentials.new")).isEmpty()) {
            hands.click(screen.await(Stage.stripe("Credentials")));
        }
        screen.await(Locator.id("waystation.credentials.new"));
    }

    private void keep(String name, String user, String part, String secret) {
        newCredential();
        hands.type(name);
        hands.click(screen.await(Locator.id("waystation.credential.user")));
        hands.type(user);
        hands.click(screen.await(Locator.id(part)));
        hands.type(secret);
        hands.click(screen.await(Locator.id("waystation.credential.save")));
        screen.awaitGone(Locator.id("waystation.credential.name"));
    }

    void newCredential() {
        showCredentials();
        hands.click(screen.await(Locator.id("waystation.credentials.new")));
        screen.await(Locator.id("waystation.credential.name"), Screen.Seen::focus);
    }

    void credentialsAway() {
        hands.click(screen.await(Stage.stripe("Context")));
    }

    void connect() {
        stage.openTicket();
        hands.click(screen.await(Locator.id(START)));
        screen.await(Locator.id("waystation.connect.host"), seen -> !seen.text().isEmpty());
    }

    void terminal() {
        stage.openTicket();
        RemoteSessionBot bot = new RemoteSessionBot(screen, machine());
        session = Optional.of(bot);
        bot.plan(START).connect().password().awaitPrompt();
        bot.run("PS1='root@fs-01:~# '; clear; echo ready", "root@fs-01");
        bot.run("uname -o; df -h / | cut -c1-60; printf '\\e[32m%s\\e[0m\\n' 'restic.service is active'", "is active");
    }

    void ended() {
        if (session.isEmpty()) {
            terminal();
        }
        session.orElseThrow().end();
        session = Optional.empty();
        screen.await(Locator.id("waystation.session.minutes"));
    }

    private OpenSshServer machine() {
        if (machine.isEmpty()) {
            try {
                machine = Optional.of(OpenSshServer.start(folder.resolve("sshd")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a machine was started", e);
            }
        }
        return machine.get();
    }

    @Override
    public void close() throws IOException {
        if (machine.isPresent()) {
            machine.get().close();
        }
    }
}
