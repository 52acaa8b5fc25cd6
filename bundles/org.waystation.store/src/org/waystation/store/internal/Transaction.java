package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.store.Records.Commit;
import org.waystation.store.StoreException;

/** One change of the database: records, outbox and position together. Used on the writer's thread only. */
final class Transaction {

    /** Beyond this many records a listener is better off looking again than going through a list. */
    private static final int REFS_TOLD = 2_000;

    /** Fields that name the record under which another one is shown. */
    private static final List<ReferenceField> OWNERS =
            List.of(ReferenceField.NOTE_TICKET, ReferenceField.TIME_ENTRY_TICKET, ReferenceField.ATTACHMENT_OWNER);

    private final Session session;
    private final Generation generation;
    private final RecordTable records;
    private final OperationTable operations;
    private final Meta meta;
    private final Set<RecordRef> touched = new LinkedHashSet<>();
    private boolean everything;

    Transaction(Session session, Generation generation, RowKeys rowKeys) {
        this.session = session;
        this.generation = generation;
        this.records = new RecordTable(session, generation, rowKeys);
        this.operations = new OperationTable(session);
        this.meta = new Meta(session);
    }

    Session session() {
        return session;
    }

    Generation generation() {
        return generation;
    }

    RecordTable records() {
        return records;
    }

    OperationTable operations() {
        return operations;
    }

    Meta meta() {
        return meta;
    }

    /** Takes the server's state of a record; an older one than is held is ignored. Local changes stay on top. */
    void putServer(EntityRecord incoming) throws SQLException, StoreException {
        Optional<RecordTable.Keyed> held = records.find(incoming.id());
        if (held.isEmpty() || held.get().row().sequence() <= incoming.sequence()) {
            write(incoming.ref(), held, Optional.of(incoming), false);
        }
    }

    /** Takes the server's state of a record in place of whatever is held. Local changes stay on top. */
    void replaceServer(EntityRecord incoming) throws SQLException, StoreException {
        write(incoming.ref(), records.find(incoming.id()), Optional.of(incoming), false);
    }

    /** The server has deleted a record; while local changes are on top it stays visible with them. */
    void removeServer(RecordRef ref) throws SQLException, StoreException {
        Optional<RecordTable.Keyed> held = records.find(ref.id());
        if (held.isPresent()) {
            write(ref, held, held.get().row().server(), true);
        }
    }

    /** Builds a record again after its queue of operations has changed. */
    void rebuild(RecordRef ref) throws SQLException, StoreException {
        Optional<RecordTable.Keyed> held = records.find(ref.id());
        Optional<EntityRecord> server = held.flatMap(keyed -> keyed.row().server());
        write(ref, held, server, held.isPresent() && held.get().row().gone());
    }

    private void write(RecordRef ref, Optional<RecordTable.Keyed> held, Optional<EntityRecord> server, boolean gone)
            throws SQLException, StoreException {
        List<Operation> local = operations.of(ref.id());
        Optional<StoredRow> row = StoredRow.of(server, gone, local);
        if (row.isPresent() && held.isPresent()) {
            records.update(held.get(), row.get());
        } else if (row.isPresent()) {
            records.insertLater(row.get());
        } else if (held.isPresent()) {
            records.delete(held.get());
        }
        touch(ref);
    }

    void touch(RecordRef ref) {
        if (everything) {
            return;
        }
        touched.add(ref);
        if (touched.size() > REFS_TOLD) {
            touchEverything();
        }
    }

    /** A ticket's line shows whether its notes were sent, so listeners are told of the ticket as well. */
    void touchWithRoot(Operation operation) throws SQLException, StoreException {
        touch(operation.ref());
        UUID root = root(operation);
        if (!root.equals(operation.entityId())) {
            touch(new RecordRef(rootKind(operation, root), root));
        }
    }

    private EntityKind rootKind(Operation operation, UUID root) throws SQLException, StoreException {
        return operation.kind().equals(EntityKind.ATTACHMENT)
                ? records.find(root).map(keyed -> keyed.row().kind()).orElse(EntityKind.TICKET)
                : EntityKind.TICKET;
    }

    void touchEverything() {
        everything = true;
        touched.clear();
    }

    /** The record under which an operation is shown: the ticket of a note or time entry, the owner of an attachment, else the record itself. */
    UUID root(Operation operation) throws SQLException, StoreException {
        for (ReferenceField field : OWNERS) {
            if (field.kind().equals(operation.kind())) {
                Optional<UUID> owner = owner(operation, field);
                if (owner.isPresent()) {
                    return owner.get();
                }
            }
        }
        return operation.entityId();
    }

    private Optional<UUID> owner(Operation operation, ReferenceField field) throws SQLException, StoreException {
        EntityRecord changed = new EntityRecord(
                operation.kind(), operation.entityId(), 0, 0, LocalChanges.onTop(Map.of(), List.of(operation)));
        Optional<UUID> owner = field.targets(changed).stream().findFirst();
        if (owner.isPresent()) {
            return owner;
        }
        return records.find(operation.entityId())
                .map(keyed -> keyed.row().visible())
                .flatMap(changedRecord -> field.targets(changedRecord).stream().findFirst());
    }

    /** What to tell listeners; empty where nothing visible was touched. */
    Optional<Commit> commit() {
        return everything || !touched.isEmpty()
                ? Optional.of(new Commit(new ArrayList<>(touched), everything))
                : Optional.empty();
    }
}
