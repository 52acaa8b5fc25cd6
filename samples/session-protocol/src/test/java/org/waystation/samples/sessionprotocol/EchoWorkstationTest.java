package org.waystation.samples.sessionprotocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class EchoWorkstationTest {

    private static final String ID = "org.waystation.samples.sessionprotocol";

    @Test
    void theProtocolIsThere(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        String protocols = workstation.explain("org.waystation.api.session.SessionProtocol");
        assertTrue(protocols.contains(ID), protocols);
        ScreenPicture.take(workstation, "session-protocol");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
