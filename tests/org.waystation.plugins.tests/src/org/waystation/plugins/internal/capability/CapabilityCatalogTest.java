package org.waystation.plugins.internal.capability;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class CapabilityCatalogTest {

    /** Else the framework takes the door for one of another interface and shows it to no plug-in. */
    @Test
    void theHostSharesTheInterfaceOfEachServiceItPutsADoorBefore() {
        Bundle host = FrameworkUtil.getBundle(CapabilityCatalog.class);
        for (String service : CapabilityCatalog.withDoor()) {
            assertDoesNotThrow(() -> host.loadClass(service), service);
        }
    }
}
