package org.waystation.sync.internal.words;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Reads both sides of a parked change, and puts what a person decided in its place. */
final class Conflicts {

    private final Records records;
    private final Outbox outbox;
    private final ChangeWords words;
    private final FieldWords fields;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Conflicts(Records records, Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
        this.words = new ChangeWords(records);
        this.fields = new FieldWords(records);
    }

    Optional<Conflict> find(UUID operationId) throws StoreException {
        Optional<PendingOperation> pending = pending(operationId);
        return pending.isPresent() ? Optional.of(read(pending.get())) : Optional.empty();
    }

    private Conflict read(PendingOperation pending) throws StoreException {
        Operation operation = pending.operation();
        Optional<EntityRecord> theirs = records.server(operation.ref());
        List<Conflict.Field> read = new ArrayList<>();
        for (FieldChange change : operation.changes()) {
            String name = change.field();
            // A new record is only here, so there is nothing of theirs to hold against it.
            Object there = theirs.isPresent() ? theirs.get().data().get(name) : change.oldValue();
            read.add(new Conflict.Field(
                    name,
                    FieldWords.label(name),
                    fields.value(name, change.oldValue()),
                    fields.value(name, change.newValue()),
                    fields.value(name, there)));
        }
        return new Conflict(
                words.of(pending),
                read,
                operation.performedAt(),
                author(theirs),
                theirs.flatMap(Conflicts::changedAt),
                theirs.isEmpty() && operation.type() != Operation.Type.CREATE);
    }

    private static Optional<java.time.Instant> changedAt(EntityRecord record) {
        try {
            return record.fields().instant("updatedAt");
        } catch (MalformedRecordException e) {
            return Optional.empty(); // shown without it
        }
    }

    private Optional<String> author(Optional<EntityRecord> theirs) throws StoreException {
        return theirs.isPresent() && theirs.get().data().get("updatedBy") instanceof String id
                ? Optional.of(fields.name("updatedBy", id))
                : Optional.empty();
    }

    void amend(UUID operationId, Map<String, @Nullable Object> values) throws StoreException {
        Optional<PendingOperation> pending = pending(operationId);
        if (pending.isEmpty()) {
            return; // went through or was given up meanwhile
        }
        Operation old = pending.get().operation();
        Optional<EntityRecord> theirs = records.server(old.ref());
        List<FieldChange> changes = new ArrayList<>();
        values.forEach((field, value) -> {
            Object there = theirs.map(record -> record.data().get(field)).orElse(null);
            if (!Objects.equals(there, value)) {
                changes.add(new FieldChange(field, there, value));
            }
        });
        if (changes.isEmpty()) {
            outbox.discard(operationId);
        } else {
            long version = old.type() == Operation.Type.CREATE
                    ? 0
                    : theirs.map(EntityRecord::version).orElse(old.baseVersion());
            outbox.replace(
                    operationId,
                    new Operation(
                            ids.generate(),
                            old.type(),
                            old.kind(),
                            old.entityId(),
                            version,
                            changes,
                            old.dependsOn(),
                            old.performedAt()));
        }
    }

    private Optional<PendingOperation> pending(UUID operationId) throws StoreException {
        return outbox.pending().stream()
                .filter(each -> each.operation().id().equals(operationId))
                .findFirst();
    }
}
