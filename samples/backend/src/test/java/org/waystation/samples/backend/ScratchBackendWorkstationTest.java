package org.waystation.samples.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program, which has no other remote system. */
@WithWorkstation(remote = WithWorkstation.Remote.NONE)
class ScratchBackendWorkstationTest {

    private static final String ID = "org.waystation.samples.backend";

    @Test
    void theProgramIsConnectedToIt(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        String backends = workstation.explain("org.waystation.api.sync.Backend");
        assertTrue(backends.contains(ID), backends);
        new StatusBot(workstation.screen()).awaitUpToDate();
        ScreenPicture.take(workstation, "backend");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
