package org.waystation.samples.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class WorkingHoursWorkstationTest {

    private static final String ID = "org.waystation.samples.settings";

    @Test
    void thePageIsFoundByItsWords(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        workstation.plugins().run("org.waystation.shell.settings");
        workstation.screen().await(Locator.id("waystation.settings.search"));
        workstation.hands().type("end of the day");
        workstation.screen().await(Locator.contains("Remind me of the end of the day"));
        ScreenPicture.take(workstation, "settings");
        workstation.hands().press("Escape");
        workstation
                .screen()
                .waitFor("the settings closed", () -> workstation.screen().windows() == 1);
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
