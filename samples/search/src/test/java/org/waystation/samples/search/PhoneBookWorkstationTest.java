package org.waystation.samples.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class PhoneBookWorkstationTest {

    private static final String ID = "org.waystation.samples.search";

    @Test
    void peopleAreFoundAmongAllElse(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        workstation.plugins().run("org.waystation.shell.search");
        workstation.screen().await(Locator.id("waystation.search.input"));
        workstation.hands().type("grace murray");
        workstation
                .screen()
                .await(
                        Locator.id("waystation.search.results"),
                        seen -> seen.text().contains("> Grace Murray"));
        ScreenPicture.take(workstation, "search");
        workstation.hands().press("Return");
        workstation.screen().await(Locator.id("waystation.balloon").and("contains", "Dial 202"));
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
