package org.waystation.store.edit;

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
public final class OperationMaker {

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Clock clock;

    public OperationMaker() {
        this(Clock.systemDefaultZone());
    }

    public OperationMaker(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** For what is within a record and has an id of its own, such as a step of a checklist. */
    public UUID newId() {
        return ids.generate();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Operation creation(EntityKind kind, NewRecord record, List<UUID> dependsOn) {
        return creation(kind, record.changes(), dependsOn);
    }

    public Operation creation(EntityKind kind, List<FieldChange> fields, List<UUID> dependsOn) {
        return new Operation(ids.generate(), Operation.Type.CREATE, kind, ids.generate(), 0, fields, dependsOn, now());
    }

    public Operation update(EntityRecord record, FieldChange change, List<UUID> dependsOn) {
        return update(record, List.of(change), dependsOn);
    }

    public Operation update(EntityRecord record, List<FieldChange> changes, List<UUID> dependsOn) {
        return new Operation(
                ids.generate(),
                Operation.Type.UPDATE,
                record.kind(),
                record.id(),
                record.version(),
                changes,
                dependsOn,
                now());
    }

    public Operation deletion(EntityRecord record, List<UUID> dependsOn) {
        return new Operation(
                ids.generate(),
                Operation.Type.DELETE,
                record.kind(),
                record.id(),
                record.version(),
                List.of(),
                dependsOn,
                now());
    }
}
