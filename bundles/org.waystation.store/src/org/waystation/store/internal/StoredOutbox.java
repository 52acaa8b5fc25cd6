package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.Documents;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blob;
import org.waystation.store.internal.Database.Durability;

/** The outbox in the same database as the records that its operations change. */
@Component(service = Outbox.class)
public final class StoredOutbox implements Outbox {

    private final Database database;

    @Activate
    public StoredOutbox(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void commit(List<Operation> added) throws StoreException {
        commit(added, Map.of());
    }

    @Override
    public void commit(List<Operation> added, Map<UUID, Blob> contents) throws StoreException {
        change(transaction -> {
            add(transaction, added);
            UploadTable uploads = new UploadTable(transaction.session());
            for (Operation operation : added) {
                Blob content = contents.get(operation.id());
                if (content != null) {
                    uploads.add(operation.id(), operation.entityId(), content);
                }
            }
        });
    }

    @Override
    public void commit(List<Operation> added, List<Documents.Change> documents) throws StoreException {
        change(transaction -> {
            add(transaction, added);
            DocumentTable table = new DocumentTable(transaction.session());
            for (Documents.Change document : documents) {
                table.write(document);
            }
        });
    }

    private static void add(Transaction transaction, List<Operation> added) throws SQLException, StoreException {
        Parking parking = new Parking(transaction);
        for (Operation operation : added) {
            transaction.operations().add(operation, transaction.root(operation));
            parking.parkIfNeedIsParked(operation);
            transaction.rebuild(operation.ref());
            transaction.touchWithRoot(operation);
        }
    }

    @Override
    public void settle(List<OperationResult> results) throws StoreException {
        change(transaction -> {
            for (OperationResult result : results) {
                switch (result) {
                    case OperationResult.Applied applied -> settle(transaction, applied);
                    case OperationResult.AppliedAndGone gone -> settle(transaction, gone);
                    case OperationResult.Rejected rejected -> settle(transaction, rejected);
                    case OperationResult.Conflict conflict -> {} // waits for the engine's merge
                    case OperationResult.Retry retry -> {} // waits for its next turn
                }
            }
        });
    }

    private static void settle(Transaction transaction, OperationResult.Applied applied)
            throws SQLException, StoreException {
        OperationTable operations = transaction.operations();
        Optional<Operation> settled = operations.find(applied.operationId());
        if (settled.isPresent()) {
            operations.remove(applied.operationId());
            follow(operations, settled.get(), applied.record().version());
            transaction.touchWithRoot(settled.get());
        }
        if (settled.isPresent() && settled.get().type() == Operation.Type.DELETE) {
            transaction.removeServer(settled.get().ref());
        } else {
            transaction.putServer(applied.record());
            transaction.rebuild(applied.record().ref()); // also where the server's state is newer than this answer
        }
    }

    private static void settle(Transaction transaction, OperationResult.AppliedAndGone gone)
            throws SQLException, StoreException {
        Optional<Operation> settled = transaction.operations().find(gone.operationId());
        if (settled.isPresent()) {
            transaction.touchWithRoot(settled.get());
            transaction.operations().remove(gone.operationId());
            transaction.removeServer(settled.get().ref());
            transaction.rebuild(settled.get().ref());
        }
    }

    /** Where the server's new version differs from the old one by our own change alone, later changes build on it. */
    private static void follow(OperationTable operations, Operation settled, long version)
            throws SQLException, StoreException {
        if (version != settled.baseVersion() + 1) {
            return;
        }
        for (Operation later : operations.of(settled.entityId())) {
            if (later.baseVersion() == settled.baseVersion() && later.type() != Operation.Type.CREATE) {
                operations.replace(later.rebased(version, later.changes()));
            }
        }
    }

    private static void settle(Transaction transaction, OperationResult.Rejected rejected)
            throws SQLException, StoreException {
        OperationTable operations = transaction.operations();
        boolean followsAnother = rejected.problem().code().equals(Parking.DEPENDENCY)
                && operations.waitsForAnother(rejected.operationId());
        if (!followsAnother) {
            new Parking(transaction).park(rejected.operationId(), rejected.problem());
        }
    }

    @Override
    public void rebase(Operation rebased, EntityRecord onto) throws StoreException {
        change(transaction -> {
            transaction.operations().replace(rebased);
            transaction.putServer(onto);
            transaction.rebuild(rebased.ref());
        });
    }

    @Override
    public void park(UUID operationId, Problem reason) throws StoreException {
        change(transaction -> new Parking(transaction).park(operationId, reason));
    }

    @Override
    public void parkConflict(UUID operationId, Problem reason, Optional<EntityRecord> theirs) throws StoreException {
        change(transaction -> {
            Optional<Operation> parked = transaction.operations().find(operationId);
            if (theirs.isPresent()) {
                transaction.putServer(theirs.get());
            } else if (parked.isPresent()) {
                transaction.removeServer(parked.get().ref());
            }
            new Parking(transaction).park(operationId, reason);
        });
    }

    @Override
    public void replace(UUID operationId, Operation replacement) throws StoreException {
        change(transaction -> {
            if (transaction.operations().find(operationId).isPresent()) {
                List<UUID> freed = transaction.operations().withDependents(operationId);
                transaction.operations().exchange(operationId, replacement);
                new Parking(transaction)
                        .unpark(freed.stream()
                                .map(id -> id.equals(operationId) ? replacement.id() : id)
                                .toList());
                transaction.rebuild(replacement.ref());
            }
        });
    }

    @Override
    public void unpark(UUID operationId) throws StoreException {
        change(transaction -> new Parking(transaction).unpark(operationId));
    }

    @Override
    public void discard(UUID operationId) throws StoreException {
        change(transaction -> {
            OperationTable operations = transaction.operations();
            for (UUID id : operations.withDependents(operationId)) {
                Optional<Operation> discarded = operations.find(id);
                if (discarded.isPresent()) {
                    transaction.touchWithRoot(discarded.get());
                    operations.remove(id);
                    transaction.rebuild(discarded.get().ref());
                }
            }
        });
    }

    @Override
    public List<Operation> ready(int limit) throws StoreException {
        return database.read(snapshot -> new OperationTable(snapshot.session()).ready(limit));
    }

    @Override
    public List<PendingOperation> pending() throws StoreException {
        return database.read(snapshot -> new OperationTable(snapshot.session()).pending());
    }

    @Override
    public List<PendingOperation> pending(RecordRef ref) throws StoreException {
        return database.read(snapshot -> new OperationTable(snapshot.session()).pendingAt(ref.id()));
    }

    @Override
    public Set<UUID> unsynced(Set<UUID> recordIds) throws StoreException {
        return database.read(snapshot -> {
            OperationTable operations = new OperationTable(snapshot.session());
            Set<UUID> unsynced = new HashSet<>();
            if (!operations.isEmpty()) {
                for (UUID id : recordIds) {
                    if (operations.touches(id)) {
                        unsynced.add(id);
                    }
                }
            }
            return unsynced;
        });
    }

    @Override
    public int waitingCount() throws StoreException {
        return database.read(snapshot -> new OperationTable(snapshot.session()).count(false));
    }

    @Override
    public int parkedCount() throws StoreException {
        return database.read(snapshot -> new OperationTable(snapshot.session()).count(true));
    }

    /** Changes records or outbox. */
    @FunctionalInterface
    private interface Change {
        void run(Transaction transaction) throws SQLException, StoreException;
    }

    private void change(Change change) throws StoreException {
        database.write(Durability.FULL, transaction -> {
            change.run(transaction);
            return true;
        });
    }
}
