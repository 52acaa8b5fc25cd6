package org.waystation.e2e;

import java.net.URI;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** The editor of the connection to Request Tracker. */
final class TrackerBot {

    private static final Locator ADDRESS = Locator.id("waystation.rt.address");
    private static final Locator RESULT = Locator.id("waystation.rt.result.title");

    private final Screen screen;
    private final Hands hands = new Hands();

    TrackerBot(Screen screen) {
        this.screen = screen;
    }

    /** Opens it by its name. */
    TrackerBot open() {
        hands.press("ctrl+shift+a");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("> connect to request");
        screen.await(
                Locator.id("waystation.search.results"), seen -> seen.text().contains("> Connect to Request Tracker"));
        hands.press("Return");
        screen.await(ADDRESS, Screen.Seen::focus);
        return this;
    }

    /** Tells where it is and who signs in, with the keyboard alone, and tries it. */
    TrackerBot test(URI server, String user, String password) {
        hands.click(screen.await(ADDRESS));
        hands.press("ctrl+a");
        hands.type(server.toString());
        hands.press("Tab", "Tab");
        screen.await(Locator.id("waystation.rt.user"), Screen.Seen::focus);
        hands.type(user);
        hands.press("Tab");
        screen.await(Locator.id("waystation.rt.secret"), Screen.Seen::focus);
        hands.type(password);
        hands.press("Return");
        screen.await(RESULT, seen -> seen.text().startsWith("Request Tracker 5"));
        screen.await(Locator.id("waystation.rt.preview"));
        return this;
    }

    /** Another address, which is not tried. */
    TrackerBot address(String other) {
        hands.click(screen.await(ADDRESS));
        hands.press("ctrl+a");
        hands.type(other);
        screen.await(ADDRESS, seen -> seen.text().equals(other));
        return this;
    }

    /** Connects with the mapping as it is. */
    TrackerBot connect() {
        hands.click(screen.await(Locator.id("waystation.rt.connect")));
        screen.await(RESULT, seen -> seen.text().startsWith("Connected"));
        return this;
    }
}
