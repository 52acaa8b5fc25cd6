package org.waystation.e2e;

import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** A remote session into a real machine, from a record to what is booked, as a person does it. */
final class RemoteSessionBot {

    private static final Locator MENU = Locator.type("MenuList");
    private static final Locator TERMINAL = Locator.id("waystation.terminal");

    private final Screen screen;
    private final OpenSshServer ssh;
    private final Hands hands = new Hands();

    RemoteSessionBot(Screen screen, OpenSshServer ssh) {
        this.screen = screen;
        this.ssh = ssh;
    }

    /** Opens the sheet by the context actions of the record in front and says where to. */
    RemoteSessionBot plan() {
        hands.press("alt+Return");
        screen.await(MENU, Screen.Seen::focus);
        hands.type("remote session");
        hands.press("Return");
        return address();
    }

    /** Opens the sheet by a button of an editor and says where to. */
    RemoteSessionBot plan(String button) {
        hands.click(screen.await(Locator.id(button)));
        return address();
    }

    /** What is known of the machine is filled in by itself, and would go over what was typed before. */
    private RemoteSessionBot address() {
        screen.await(Locator.id("waystation.connect.host"), seen -> !seen.text().isEmpty());
        fill("waystation.connect.host", ssh.host());
        fill("waystation.connect.port", String.valueOf(ssh.port()));
        fill("waystation.connect.user", ssh.user());
        return this;
    }

    /** Chooses by typing in a drop-down of the sheet. */
    RemoteSessionBot choose(String box, String typed) {
        hands.click(screen.await(Locator.id(box)));
        screen.await(MENU, Screen.Seen::focus);
        hands.type(typed);
        hands.press("Return");
        screen.awaitGone(MENU);
        hands.click(screen.await(Locator.id("waystation.connect.host")));
        return this;
    }

    /** Connects and says yes to the host's key, which nobody has seen before. */
    RemoteSessionBot connect() {
        hands.press("Return");
        screen.await(
                Locator.id("waystation.session.fingerprint"),
                seen -> seen.text().startsWith("SHA256:"));
        screen.await(Locator.id("waystation.session.yes"), Screen.Seen::focus);
        hands.press("Return");
        return this;
    }

    /** Connects to a host whose key is known already. */
    RemoteSessionBot connectAgain() {
        hands.press("Return");
        return this;
    }

    /** Answers the question for the password. */
    RemoteSessionBot password() {
        screen.await(Locator.id("waystation.session.answer"), Screen.Seen::focus);
        hands.type(ssh.password());
        hands.press("Return");
        return this;
    }

    RemoteSessionBot awaitPrompt() {
        screen.await(TERMINAL, seen -> seen.text().contains("$"));
        screen.await(Locator.type("Canvas").within("waystation.terminal"), Screen.Seen::focus);
        return this;
    }

    /** Types a command and waits for what it prints. */
    RemoteSessionBot run(String command, String answer) {
        hands.type(command);
        hands.press("Return");
        screen.await(TERMINAL, seen -> seen.text().contains(answer));
        return this;
    }

    void end() {
        hands.click(screen.await(Locator.id("waystation.session.end")));
        screen.await(Locator.id("waystation.session.summary"));
    }

    /** Books the time that is offered; gives how many minutes that was. */
    String book(String comment) {
        String minutes = screen.await(
                        Locator.id("waystation.session.minutes"),
                        seen -> seen.text().matches("[1-9][0-9]*"))
                .text();
        fill("waystation.session.comment", comment);
        hands.click(screen.await(Locator.id("waystation.session.book")));
        screen.await(Locator.id("waystation.session.booked"));
        return minutes;
    }

    private void fill(String box, String text) {
        hands.click(screen.await(Locator.id(box)));
        hands.press("ctrl+a");
        hands.type(text);
        screen.await(Locator.id(box), seen -> seen.text().equals(text));
    }
}
