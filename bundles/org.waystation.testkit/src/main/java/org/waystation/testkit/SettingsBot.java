package org.waystation.testkit;

/** The window of settings. */
public final class SettingsBot {

    private static final String COMMAND = "org.waystation.shell.settings";
    private static final Locator SEARCH = Locator.id("waystation.settings.search");

    private final Screen screen;
    private final Hands hands = new Hands();

    public SettingsBot(Screen screen) {
        this.screen = screen;
    }

    /** Opens the window and looks for words of a setting. */
    public SettingsBot open(String sought) {
        new PluginBot(screen).run(COMMAND);
        screen.await(SEARCH, Screen.Seen::focus);
        hands.type(sought);
        screen.await(SEARCH, seen -> seen.text().equals(sought));
        return this;
    }

    /** The control of a setting. */
    public Screen.Seen control(String key) {
        return screen.await(locator(key));
    }

    /** Turns a setting on or off. */
    public SettingsBot press(String key) {
        hands.click(control(key));
        return this;
    }

    /** Chooses among the values of a setting. */
    public SettingsBot choose(String key, String label) {
        hands.click(control(key));
        new MenuBot(screen).choose(label);
        return this;
    }

    /** Types another value over that of a setting. */
    public SettingsBot fill(String key, String value) {
        hands.click(control(key));
        hands.press("ctrl+a");
        hands.type(value);
        return awaitValue(key, value);
    }

    /** Waits until a setting that is typed shows this value. */
    public SettingsBot awaitValue(String key, String value) {
        screen.waitFor(
                key + " is " + value,
                () -> screen.find(Locator.contains(value).within("waystation.setting." + key))
                        .isPresent());
        return this;
    }

    public void close() {
        hands.press("Escape");
        screen.awaitGone(SEARCH);
    }

    private static Locator locator(String key) {
        return Locator.id("waystation.setting." + key + ".control");
    }
}
