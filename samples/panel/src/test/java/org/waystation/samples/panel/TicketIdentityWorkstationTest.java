package org.waystation.samples.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** The finished plug-in in the running program, with the tickets of the sample data. */
@WithWorkstation
class TicketIdentityWorkstationTest {

    private static final String ID = "org.waystation.samples.panel";

    @Test
    void thePanelStandsInTheTicketAndGoesWithItsPlugin(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        workstation.open(new RecordRef(EntityKind.TICKET, SampleData.ticket(3)));
        Locator panel = Locator.id("waystation.panel.Identity");
        workstation.screen().await(panel);
        workstation.screen().await(Locator.contains("This ticket is ").within("waystation.panel.Identity"));
        ScreenPicture.take(workstation, "panel");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
