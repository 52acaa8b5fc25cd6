package org.waystation.testkit;

/** The status bar. */
public final class StatusBot {

    private static final Locator SYNC = Locator.id("waystation.status.sync");

    private final Screen screen;

    public StatusBot(Screen screen) {
        this.screen = screen;
    }

    public String sentence() {
        return screen.find(SYNC).map(Screen.Seen::text).orElse("");
    }

    public boolean upToDate() {
        return sentence().startsWith("Up to date");
    }

    public StatusBot awaitUpToDate() {
        screen.await(SYNC, seen -> seen.text().startsWith("Up to date"));
        return this;
    }

    public StatusBot awaitOffline() {
        screen.await(SYNC, seen -> seen.text().startsWith("Offline"));
        return this;
    }

    public StatusBot awaitContaining(String words) {
        screen.await(SYNC, seen -> seen.text().contains(words));
        return this;
    }
}
