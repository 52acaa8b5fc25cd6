package org.waystation.samples.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class ThemeWorkstationTest {

    private static final String ID = "org.waystation.samples.theme";

    @Test
    void theThemeCanBeChosen(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        String themes = workstation.explain("org.waystation.shell.theme.Theme");
        assertTrue(themes.contains("is published by"), themes);
        workstation.plugins().run("org.waystation.shell.settings");
        workstation.screen().await(Locator.id("waystation.settings.search"));
        workstation.hands().type("theme");
        workstation.hands().click(workstation.screen().await(Locator.id("waystation.setting.shell.theme.control")));
        workstation.screen().await(Locator.type("MenuList"));
        ScreenPicture.take(workstation, "theme");
        workstation.hands().press("Escape");
        workstation.screen().awaitGone(Locator.type("MenuList"));
        workstation.hands().press("Escape");
        workstation
                .screen()
                .waitFor("the settings closed", () -> workstation.screen().windows() == 1);
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
