package org.waystation.store.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;

/**
 * One row of the record table: what the technician sees, and what the server said where that differs.
 *
 * @param hidden deleted here, which the server does not know yet
 * @param gone deleted at the server while local changes are on top
 * @param data the server's fields with local changes on top
 * @param base the server's fields; null while there are no local changes, and for a record only this machine has
 * @param actions what the server said may be done with it
 */
record StoredRow(
        EntityKind kind,
        UUID id,
        long version,
        long sequence,
        boolean hidden,
        boolean gone,
        Map<String, @Nullable Object> data,
        @Nullable Map<String, @Nullable Object> base,
        RecordActions actions) {

    /** The server's record as it is. */
    static StoredRow ofServer(EntityRecord record) {
        return new StoredRow(
                record.kind(),
                record.id(),
                record.version(),
                record.sequence(),
                false,
                false,
                record.data(),
                null,
                record.actions());
    }

    /** The row for a record with local changes; empty where neither side has anything of it. */
    static Optional<StoredRow> of(Optional<EntityRecord> server, boolean gone, List<Operation> local) {
        if (local.isEmpty()) {
            return gone ? Optional.empty() : server.map(StoredRow::ofServer);
        }
        Operation any = local.getFirst();
        Map<String, @Nullable Object> base = server.map(EntityRecord::data).orElse(null);
        if (base == null && local.stream().noneMatch(operation -> operation.type() == Operation.Type.CREATE)) {
            return Optional.empty(); // a change to a record that is not held here: shown once the record arrives
        }
        return Optional.of(new StoredRow(
                any.kind(),
                any.entityId(),
                server.map(EntityRecord::version).orElse(0L),
                server.map(EntityRecord::sequence).orElse(0L),
                local.stream().anyMatch(operation -> operation.type() == Operation.Type.DELETE),
                gone,
                LocalChanges.onTop(base == null ? Map.of() : base, local),
                base,
                server.map(EntityRecord::actions).orElse(RecordActions.UNKNOWN)));
    }

    RecordRef ref() {
        return new RecordRef(kind, id);
    }

    /** The record as the server last said; empty for one that only this machine has. */
    Optional<EntityRecord> server() {
        if (version == 0) {
            return Optional.empty();
        }
        return Optional.of(new EntityRecord(kind, id, version, sequence, base != null ? base : data, actions));
    }

    /** The record as the technician sees it; null where it was deleted here. */
    @Nullable
    EntityRecord visible() {
        return hidden ? null : new EntityRecord(kind, id, version, sequence, data, actions);
    }
}
