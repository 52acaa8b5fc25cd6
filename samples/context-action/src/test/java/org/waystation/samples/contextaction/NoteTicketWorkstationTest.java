package org.waystation.samples.contextaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Locator;
import org.waystation.testkit.MenuBot;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** The finished plug-in in the running program, with the tickets of the sample data. */
@WithWorkstation
class NoteTicketWorkstationTest {

    @Test
    void theActionIsOfferedOnAnOpenTicket(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        workstation.open(new RecordRef(EntityKind.TICKET, SampleData.ticket(0)));
        new TicketBot(workstation.screen()).awaitOpen();
        workstation.hands().press("alt+Return");
        workstation.screen().await(Locator.type("MenuList"));
        ScreenPicture.take(workstation, "context-action");
        new MenuBot(workstation.screen()).choose("Show the id of this ticket");
        workstation.screen().await(Locator.id("waystation.balloon").and("contains", "This ticket is "));

        PluginBot.Removal removal = workstation.plugins().remove("org.waystation.samples.contextaction");
        assertTrue(removal.clean(), removal.toString());
    }
}
