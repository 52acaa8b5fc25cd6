package org.waystation.e2e;

/** The status bar. */
final class StatusBot {

    private static final Locator SYNC = Locator.id("waystation.status.sync");

    private final Screen screen;

    StatusBot(Screen screen) {
        this.screen = screen;
    }

    String sentence() {
        return screen.find(SYNC).map(Screen.Seen::text).orElse("");
    }

    boolean upToDate() {
        return sentence().startsWith("Up to date");
    }

    StatusBot awaitUpToDate() {
        screen.await(SYNC, seen -> seen.text().startsWith("Up to date"));
        return this;
    }

    StatusBot awaitOffline() {
        screen.await(SYNC, seen -> seen.text().startsWith("Offline"));
        return this;
    }

    StatusBot awaitContaining(String words) {
        screen.await(SYNC, seen -> seen.text().contains(words));
        return this;
    }
}
