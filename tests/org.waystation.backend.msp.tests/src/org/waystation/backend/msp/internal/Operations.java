package org.waystation.backend.msp.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Operations to send. */
final class Operations {

    private Operations() {}

    static Operation note() {
        return new Operation(
                new UUID(7, 1),
                Operation.Type.CREATE,
                EntityKind.NOTE,
                new UUID(8, 1),
                0,
                List.of(new FieldChange("body", null, "Hello")),
                List.of(),
                Instant.EPOCH);
    }
}
