package org.waystation.tickets.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Makes operations, with ids that sort by time (UUIDv7, RFC 9562). */
final class OperationMaker {

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Clock clock;

    OperationMaker() {
        this(Clock.systemDefaultZone());
    }

    OperationMaker(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Operation creation(EntityKind kind, NewRecord record, List<UUID> dependsOn) {
        return new Operation(
                ids.generate(), Operation.Type.CREATE, kind, ids.generate(), 0, record.changes(), dependsOn, now());
    }

    Operation update(EntityRecord record, FieldChange change, List<UUID> dependsOn) {
        return new Operation(
                ids.generate(),
                Operation.Type.UPDATE,
                record.kind(),
                record.id(),
                record.version(),
                List.of(change),
                dependsOn,
                now());
    }
}
