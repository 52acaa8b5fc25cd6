package org.waystation.samples.notificationgroup;

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
class BackupNewsWorkstationTest {

    private static final String ID = "org.waystation.samples.notificationgroup";
    private static final String GROUP = "Backup news";
    private static final Locator BALLOON =
            Locator.id("waystation.balloon").and("contains", "Backups are being watched");

    @Test
    void itsNotificationIsShownAndItsGroupStandsInTheSettings(Workstation workstation) {
        Screen screen = workstation.screen();
        workstation.plugins().install(PluginBot.built());
        screen.await(BALLOON);
        ScreenPicture.take(workstation, "notification");
        SettingsBot settings = new SettingsBot(screen).open(GROUP);
        assertTrue(settings.control("notify.balloons." + GROUP).enabled());
        settings.close();
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
