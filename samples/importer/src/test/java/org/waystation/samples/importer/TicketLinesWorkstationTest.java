package org.waystation.samples.importer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class TicketLinesWorkstationTest {

    private static final String ID = "org.waystation.samples.importer";

    @Test
    void itIsOfferedAmongTheImports(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        String importers = workstation.explain("org.waystation.api.transfer.Importer");
        assertTrue(importers.contains("is published by " + ID), importers);
        workstation.plugins().run("org.waystation.shell.import");
        workstation.screen().await(Locator.type("MenuList").and("name", "List of tickets (text)"));
        ScreenPicture.take(workstation, "importer");
        workstation.hands().press("Escape");
        workstation
                .screen()
                .waitFor("the menu closed", () -> workstation.screen().windows() == 1);
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
