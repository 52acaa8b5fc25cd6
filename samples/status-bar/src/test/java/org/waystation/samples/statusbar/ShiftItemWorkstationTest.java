package org.waystation.samples.statusbar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class ShiftItemWorkstationTest {

    private static final String ID = "org.waystation.samples.statusbar";

    @Test
    void theItemStandsInTheStatusBarAndGoesWithItsPlugin(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        Locator item = Locator.id("waystation.status." + ID + ".shift");
        workstation.screen().await(item, seen -> seen.text().contains("shift"));
        ScreenPicture.take(workstation, "status-bar");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
