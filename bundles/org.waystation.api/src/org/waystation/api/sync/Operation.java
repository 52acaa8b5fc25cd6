package org.waystation.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/**
 * One change made on this machine, queued until the remote system has answered for it. It is never edited after
 * it was sent; a rebase makes the same operation with a newer base version.
 *
 * @param id UUIDv7 made here; also the idempotency key, so a repeated send changes nothing twice
 * @param entityId the record it makes or changes; made here for new records
 * @param baseVersion version of the record the author saw; 0 for a new record
 * @param changes for a new record every field with an old value of null
 * @param dependsOn operations that must have been applied before
 * @param performedAt when the author did it, by this machine's clock
 */
public record Operation(
        UUID id,
        Type type,
        EntityKind kind,
        UUID entityId,
        long baseVersion,
        List<FieldChange> changes,
        List<UUID> dependsOn,
        Instant performedAt) {

    /** What an operation does to its record. */
    public enum Type {
        CREATE,
        UPDATE,
        DELETE
    }

    public Operation {
        if (type == Type.CREATE && baseVersion != 0) {
            throw new IllegalArgumentException("A new record has no base version: operation " + id);
        }
        changes = List.copyOf(changes);
        dependsOn = List.copyOf(dependsOn);
    }

    public RecordRef ref() {
        return new RecordRef(kind, entityId);
    }

    /** The same operation, waiting for others. */
    public Operation dependingOn(List<UUID> needed) {
        return new Operation(id, type, kind, entityId, baseVersion, changes, needed, performedAt);
    }

    /** The same operation on a newer state of its record. */
    public Operation rebased(long newBaseVersion, List<FieldChange> newChanges) {
        return new Operation(id, type, kind, entityId, newBaseVersion, newChanges, dependsOn, performedAt);
    }
}
