package org.waystation.samples.contextaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program, with the tickets of the sample data. */
@WithWorkstation
class NoteTicketWorkstationTest {

    @Test
    void theActionIsOfferedOnAnOpenTicket(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        new QueueBot(workstation.screen()).awaitFilled().openFirst();
        workstation.hands().press("alt+Return");
        workstation.screen().await(Locator.type("MenuList"));
        ScreenPicture.take(workstation, "context-action");
        workstation.hands().press("Down");
        workstation.screen().await(Locator.type("MenuList").and("contains", "Show the id of this ticket"));
        workstation.hands().press("Return");
        workstation.screen().await(Locator.contains("This ticket is "));

        PluginBot.Removal removal = workstation.plugins().remove("org.waystation.samples.contextaction");
        assertTrue(removal.clean(), removal.toString());
    }
}
