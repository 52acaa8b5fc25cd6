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
    void thePageIsFoundByItsWordsAndKeepsWhatIsSetUntilItIsRemoved(Workstation workstation) {
        PluginBot plugins = workstation.plugins();
        plugins.install(PluginBot.built());
        SettingsBot settings = new SettingsBot(workstation.screen());
        settings.open("minutes before").fill(MINUTES, "25");
        ScreenPicture.take(workstation, "settings");
        settings.close();
        plugins.disable(ID);
        plugins.enable(ID);
        settings.open("minutes before").awaitValue(MINUTES, "25").close();
        PluginBot.Removal removal = plugins.remove(ID);
        assertTrue(removal.clean(), removal.toString());
        assertTrue(removal.undone().contains("setting " + MINUTES), removal.toString());
    }
}
