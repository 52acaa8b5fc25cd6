package org.waystation.samples.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.SettingsBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class ThemeWorkstationTest {

    private static final String ID = "org.waystation.samples.theme";
    private static final String THEME = "shell.theme";

    @Test
    void theThemeIsChosenAndPaintsTheWindow(Workstation workstation) {
        Screen screen = workstation.screen();
        SettingsBot settings = new SettingsBot(screen);
        workstation.plugins().install(PluginBot.built());
        assertEquals(0, sepia(workstation, "before"));
        settings.open("theme").choose(THEME, "Sepia").close();
        assertTrue(sepia(workstation, "theme") > 0.1, "the panels are sepia");
        settings.open("theme").choose(THEME, "Light").close();
        assertEquals(0, sepia(workstation, "after"));
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }

    /** How much of the window has the colour of panels that declarations.json names. */
    private static double sepia(Workstation workstation, String name) {
        Screen.Seen window = workstation.screen().await(Locator.id("waystation.window"));
        return ScreenPicture.take(workstation, name).share(window, 0xF4ECD8);
    }
}
