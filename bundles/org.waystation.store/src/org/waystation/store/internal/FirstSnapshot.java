package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Replica.Position;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/**
 * A snapshot while there is no complete one yet. Rows are seen as they are committed. Where an earlier attempt was cut
 * off, its rows stay until they are brought again; what is not brought again goes at the end.
 */
final class FirstSnapshot extends BatchedSnapshot {

    private static final int PURGED_AT_ONCE = 1_000;

    private final String epoch;
    private final String scope;
    private final Generation generation;
    private final long earlierRows;

    private FirstSnapshot(
            Database database, String epoch, String scope, Generation generation, long earlierRows, boolean resumed) {
        super(database, resumed);
        this.epoch = epoch;
        this.scope = scope;
        this.generation = generation;
        this.earlierRows = earlierRows;
    }

    static FirstSnapshot begin(Database database, String epoch, String scope) throws StoreException {
        return database.write(Durability.NORMAL, transaction -> {
            transaction.meta().forgetUnfinished();
            transaction.generation().dropOrderIndexes(transaction.session());
            return new FirstSnapshot(
                    database,
                    epoch,
                    scope,
                    transaction.generation(),
                    transaction.records().lastKey(),
                    false);
        });
    }

    static FirstSnapshot resume(Database database, UnfinishedSnapshot unfinished) {
        return new FirstSnapshot(
                database,
                unfinished.seen().epoch(),
                unfinished.seen().scope(),
                unfinished.generation(),
                unfinished.earlierRows(),
                true);
    }

    @Override
    UnfinishedSnapshot unfinished(String mark, long received) {
        return new UnfinishedSnapshot(new Unfinished(epoch, scope, mark, received), generation, earlierRows);
    }

    @Override
    void store(Transaction transaction, List<Arriving> incoming) throws SQLException, StoreException {
        boolean untouched = earlierRows == 0 && transaction.operations().isEmpty();
        for (Arriving arriving : incoming) {
            if (!untouched || !transaction.records().insert(arriving)) {
                replace(transaction, arriving.record());
            }
            transaction.touch(arriving.head().ref());
        }
    }

    /** Gives the record a new key, larger than those of the earlier attempt. */
    private static void replace(Transaction transaction, EntityRecord record) throws SQLException, StoreException {
        Optional<RecordTable.Keyed> held = transaction.records().find(record.id());
        if (held.isPresent()) {
            if (held.get().row().sequence() > record.sequence()) {
                record = held.get().row().server().orElse(record); // settled after the snapshot was taken
            }
            transaction.records().delete(held.get());
        }
        transaction.putServer(record);
    }

    @Override
    void finish(String cursor) throws StoreException {
        if (earlierRows > 0) {
            boolean more = true;
            while (more) {
                more = database().write(Durability.NORMAL, this::purgeSome);
            }
        }
        for (TicketOrderIndex index : TicketOrderIndex.values()) {
            database().write(Durability.NORMAL, transaction -> {
                index.create(transaction.session(), transaction.generation());
                return true;
            });
        }
        database().write(Durability.FULL, transaction -> {
            transaction.meta().savePosition(new Position(epoch, cursor, scope));
            transaction.meta().forgetUnfinished();
            transaction.touchEverything();
            return true;
        });
    }

    private boolean purgeSome(Transaction transaction) throws SQLException, StoreException {
        List<RecordTable.Keyed> rows = transaction.records().serverRowsUpTo(earlierRows, PURGED_AT_ONCE);
        for (RecordTable.Keyed keyed : rows) {
            transaction.removeServer(keyed.row().ref());
        }
        return rows.size() == PURGED_AT_ONCE;
    }

    @Override
    void abandon() {
        // Rows stay as they are, to work with; the next attempt goes on behind the mark, or begins again.
    }
}
