package org.waystation.shell.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

class SettingsIndexTest {

    private record Page(String title, int order, List<Setting> settings) implements SettingsPage {}

    private static final Setting BALLOONS = new Setting.Toggle("a", "Show balloons", "At the bottom right", true);
    private static final Setting THEME =
            new Setting.Choice("b", "Theme", "", List.of(new Setting.Option("dark", "Dark as night")), "dark");
    private static final Setting NIGHT = new Setting.Toggle("c", "Quiet at night", "No balloons after six", false);

    private final SettingsIndex index = new SettingsIndex(List.of(
            new Page("Notifications", 20, List.of(BALLOONS, NIGHT)), new Page("Appearance", 10, List.of(THEME))));

    @Test
    void pagesStandInTheirOrder() {
        assertEquals(
                List.of("Appearance", "Notifications"),
                index.pages().stream().map(SettingsPage::title).toList());
    }

    @Test
    void labelsComeBeforeWhatIsFoundElsewhere() {
        assertEquals(List.of(BALLOONS, NIGHT), found("balloons"));
        assertEquals(List.of(NIGHT, THEME), found("NIGHT"));
    }

    @Test
    void everyWordMustStandSomewhere() {
        assertEquals(List.of(BALLOONS), found("right show"));
        assertEquals(List.of(), found("balloons nowhere"));
    }

    @Test
    void thePageItselfIsFoundByItsTitle() {
        assertEquals(List.of(THEME), found("appearance"));
    }

    private List<Setting> found(String text) {
        return index.find(text).stream().map(SettingsIndex.Found::setting).toList();
    }
}
