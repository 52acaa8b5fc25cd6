package org.waystation.samples.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.SettingsBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class WorkingHoursWorkstationTest {

    private static final String ID = "org.waystation.samples.settings";
    private static final String MINUTES = ID + ".minutes";

    @Test
    void thePageIsFoundByItsWordsAndKeepsWhatIsSet(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        SettingsBot settings = new SettingsBot(workstation.screen());
        settings.open("minutes before").fill(MINUTES, "25");
        ScreenPicture.take(workstation, "settings");
        settings.close();
        settings.open("minutes before").awaitValue(MINUTES, "25").close();
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
