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
    void itsNotificationIsShownUnlessItsGroupIsSilencedInTheSettings(Workstation workstation) {
        Screen screen = workstation.screen();
        workstation.plugins().install(PluginBot.built());
        screen.await(BALLOON);
        ScreenPicture.take(workstation, "notification");
        toggle(screen);
        screen.awaitGone(BALLOON);
        startAgain(workstation);
        screen.settle();
        assertTrue(screen.find(BALLOON).isEmpty(), "a silenced group stays silent");
        toggle(screen);
        startAgain(workstation);
        screen.await(BALLOON);
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }

    private static void toggle(Screen screen) {
        new SettingsBot(screen).open(GROUP).press("notify.balloons." + GROUP).close();
    }

    /** It tells its news each time it starts. */
    private static void startAgain(Workstation workstation) {
        workstation.plugins().disable(ID);
        workstation.plugins().enable(ID);
    }
}
