package org.waystation.testkit;

import java.util.Locale;

/** The menu that has dropped down. */
public final class MenuBot {

    private static final Locator MENU = Locator.type("MenuList");

    private final Screen screen;
    private final Hands hands = new Hands();

    public MenuBot(Screen screen) {
        this.screen = screen;
    }

    /** Takes the line of that label, which is found by typing it; fails where no line has it. */
    public void choose(String label) {
        screen.await(MENU, Screen.Seen::focus);
        hands.type(label.toLowerCase(Locale.ROOT));
        screen.await(MENU.and("name", label));
        hands.press("Return");
        screen.awaitGone(MENU);
    }

    /** Leaves it without a choice. */
    public void leave() {
        screen.await(MENU, Screen.Seen::focus);
        hands.press("Escape");
        screen.awaitGone(MENU);
    }
}
