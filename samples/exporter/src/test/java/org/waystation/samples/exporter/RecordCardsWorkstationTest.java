package org.waystation.samples.exporter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class RecordCardsWorkstationTest {

    private static final String ID = "org.waystation.samples.exporter";

    @Test
    void itIsOfferedForAnOpenTicket(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        String exporters = workstation.explain("org.waystation.api.transfer.Exporter");
        assertTrue(exporters.contains(ID), exporters);
        new QueueBot(workstation.screen()).awaitFilled().openFirst();
        workstation.plugins().run("org.waystation.shell.export");
        workstation.screen().await(Locator.type("MenuList"));
        ScreenPicture.take(workstation, "exporter");
        workstation.hands().press("Escape");
        workstation
                .screen()
                .waitFor("the menu closed", () -> workstation.screen().windows() == 1);
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
