package org.waystation.samples.sessionprotocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.SessionBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** The finished plug-in in the running program. */
@WithWorkstation
class EchoWorkstationTest {

    private static final String ID = "org.waystation.samples.sessionprotocol";

    @Test
    void aSessionFromATicketSaysBackWhatIsTyped(Workstation workstation) {
        Screen screen = workstation.screen();
        workstation.plugins().install(PluginBot.built());
        workstation.open(new RecordRef(EntityKind.TICKET, SampleData.ticket(2)));
        new TicketBot(screen).awaitOpen();
        SessionBot session = new SessionBot(screen).plan().protocol("Echo").connect("printer.example");
        workstation.hands().type("anybody there");
        session.awaitOutput("anybody there");
        ScreenPicture.take(workstation, "session-protocol");
        session.end();
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
