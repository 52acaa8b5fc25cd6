package org.waystation.samples.notificationgroup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class BackupNewsWorkstationTest {

    private static final String ID = "org.waystation.samples.notificationgroup";

    @Test
    void itsNotificationIsShown(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        workstation.screen().await(Locator.contains("Backups are being watched"));
        ScreenPicture.take(workstation, "notification");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
