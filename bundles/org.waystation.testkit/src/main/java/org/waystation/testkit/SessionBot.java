package org.waystation.testkit;

/** A remote session, from the record in front to its end. */
public final class SessionBot {

    private static final Locator HOST = Locator.id("waystation.connect.host");
    private static final Locator TERMINAL = Locator.id("waystation.terminal");

    private final Screen screen;
    private final Hands hands = new Hands();

    public SessionBot(Screen screen) {
        this.screen = screen;
    }

    /** Opens the sheet by the context actions of the record in front. */
    public SessionBot plan() {
        new PluginBot(screen).run("org.waystation.shell.contextActions");
        new MenuBot(screen).choose("Start a remote session");
        screen.await(HOST, Screen.Seen::focus);
        return this;
    }

    /** Chooses a protocol by its label. */
    public SessionBot protocol(String label) {
        hands.click(screen.await(Locator.id("waystation.connect.protocol")));
        new MenuBot(screen).choose(label);
        return this;
    }

    /** Says where to and waits until a terminal has the keyboard; for protocols that ask nothing. */
    public SessionBot connect(String host) {
        hands.click(screen.await(HOST));
        hands.press("ctrl+a");
        hands.type(host);
        screen.await(HOST, seen -> seen.text().equals(host));
        hands.press("Return");
        screen.await(Locator.type("Canvas").within("waystation.terminal"), Screen.Seen::focus);
        return this;
    }

    /** Waits until the terminal shows this. */
    public SessionBot awaitOutput(String text) {
        screen.await(TERMINAL, seen -> seen.text().contains(text));
        return this;
    }

    /** Ends it and waits for the page that tells what was done. */
    public void end() {
        hands.click(screen.await(Locator.id("waystation.session.end")));
        screen.await(Locator.id("waystation.session.summary"));
    }
}
