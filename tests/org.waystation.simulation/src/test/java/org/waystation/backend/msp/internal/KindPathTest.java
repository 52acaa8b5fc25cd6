package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;

class KindPathTest {

    @Test
    void everyKindIsWhereTheServerKeepsIt() {
        for (KindDefinition kind : Kinds.all()) {
            assertEquals("v1/" + kind.path(), KindPath.of(kind.kind()));
        }
    }
}
