package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.Operation;
import org.waystation.store.Replica.Position;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/**
 * A snapshot beside a complete one: written into the tables of the next generation, which become the current ones in the
 * transaction that also saves the position and puts local changes on top. Until then, and after a cut, the old rows are
 * what everybody reads.
 */
final class NewerSnapshot extends BatchedSnapshot {

    private final String epoch;
    private final String scope;
    private final Generation generation;
    private final RowKeys rowKeys;

    private NewerSnapshot(
            Database database, String epoch, String scope, Generation generation, RowKeys rowKeys, boolean resumed) {
        super(database, resumed);
        this.epoch = epoch;
        this.scope = scope;
        this.generation = generation;
        this.rowKeys = rowKeys;
    }

    static NewerSnapshot begin(Database database, String epoch, String scope) throws StoreException {
        return database.write(Durability.NORMAL, transaction -> {
            transaction.meta().forgetUnfinished();
            Generation fresh = Leftovers.fresh(transaction.session());
            database.leftovers().spare(fresh);
            fresh.create(transaction.session());
            fresh.dropOrderIndexes(transaction.session());
            return new NewerSnapshot(database, epoch, scope, fresh, RowKeys.of(transaction.session(), fresh), false);
        });
    }

    static NewerSnapshot resume(Database database, UnfinishedSnapshot unfinished) throws StoreException {
        return database.write(Durability.NORMAL, transaction -> {
            Generation begun = unfinished.generation();
            database.leftovers().spare(begun);
            return new NewerSnapshot(
                    database,
                    unfinished.seen().epoch(),
                    unfinished.seen().scope(),
                    begun,
                    RowKeys.of(transaction.session(), begun),
                    true);
        });
    }

    @Override
    UnfinishedSnapshot unfinished(String mark, long received) {
        return new UnfinishedSnapshot(new Unfinished(epoch, scope, mark, received), generation, 0);
    }

    @Override
    void store(Transaction transaction, List<Arriving> incoming) throws SQLException, StoreException {
        RecordTable beside = new RecordTable(transaction.session(), generation, rowKeys);
        for (Arriving arriving : incoming) {
            if (!beside.insert(arriving)) {
                Optional<RecordTable.Keyed> repeated =
                        beside.find(arriving.head().id());
                if (repeated.isPresent()) {
                    beside.update(repeated.get(), StoredRow.ofServer(arriving.record()));
                }
            }
        }
    }

    @Override
    void finish(String cursor) throws StoreException {
        for (TicketOrderIndex index : TicketOrderIndex.values()) {
            database().write(Durability.NORMAL, transaction -> {
                index.create(transaction.session(), generation);
                return true;
            });
        }
        database().write(Durability.FULL, transaction -> {
            Transaction beside = new Transaction(transaction.session(), generation, rowKeys);
            for (UUID entity : transaction.operations().entities()) {
                Operation any = transaction.operations().of(entity).getFirst();
                beside.rebuild(any.ref());
            }
            transaction.meta().saveGeneration(generation);
            transaction.meta().savePosition(new Position(epoch, cursor, scope));
            transaction.meta().forgetUnfinished();
            transaction.touchEverything();
            return true;
        });
        database().leftovers().release(generation);
        database().clearLeftovers();
    }

    @Override
    void abandon() {
        database().leftovers().release(generation);
        if (!isMarked()) {
            database().clearLeftovers();
        }
    }
}
