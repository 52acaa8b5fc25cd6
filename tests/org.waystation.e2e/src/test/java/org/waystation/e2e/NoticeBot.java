package org.waystation.e2e;

import java.util.List;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** What the program tells by itself: the balloons over the window, and the event log that keeps them. */
final class NoticeBot {

    private static final Locator BALLOON = Locator.id("waystation.balloon");
    private static final Locator LOG = Locator.id("waystation.eventlog.rows");

    private final Screen screen;
    private final Hands hands = new Hands();

    NoticeBot(Screen screen) {
        this.screen = screen;
    }

    /** Waits for a balloon with these words, and for no other standing beside it; gives all that it says. */
    String awaitOnly(String words) {
        String text = screen.await(BALLOON, seen -> seen.text().contains(words)).text();
        if (screen.find(BALLOON.and("nth", 1)).isPresent()) {
            throw new AssertionError("More than one notification stands:\n" + screen.tree());
        }
        return text;
    }

    void awaitNone() {
        screen.awaitGone(BALLOON);
    }

    /** The lines of the event log, newest first. The log is opened for it and closed again. */
    List<String> log() {
        Locator button = Locator.name("Event log").and("type", "StripeButton");
        hands.click(screen.await(button));
        String text = screen.await(LOG).text();
        hands.press("shift+Escape");
        screen.awaitGone(LOG);
        return text.lines().toList();
    }
}
