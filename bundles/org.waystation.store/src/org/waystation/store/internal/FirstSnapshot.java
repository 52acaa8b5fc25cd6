package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/**
 * A snapshot while there is no complete one yet. Rows are seen as they are committed. Where an earlier attempt was cut
 * off, its rows stay until they are brought again; what is not brought again goes at the end.
 */
final class FirstSnapshot extends BatchedSnapshot {

    private static final int PURGED_AT_ONCE = 1_000;

    private final String epoch;
    private final long earlierRows;

    private FirstSnapshot(Database database, String epoch, long earlierRows) {
        super(database);
        this.epoch = epoch;
        this.earlierRows = earlierRows;
    }

    static FirstSnapshot begin(Database database, String epoch) throws StoreException {
        long earlierRows = database.write(Durability.NORMAL, transaction -> {
            transaction.generation().dropOrderIndexes(transaction.session());
            return transaction.records().lastKey();
        });
        return new FirstSnapshot(database, epoch, earlierRows);
    }

    @Override
    void store(Transaction transaction, List<EntityRecord> incoming) throws SQLException, StoreException {
        boolean untouched = earlierRows == 0 && transaction.operations().isEmpty();
        for (EntityRecord record : incoming) {
            if (!untouched || !transaction.records().insert(StoredRow.ofServer(record))) {
                replace(transaction, record);
            }
            transaction.touch(record.ref());
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
            transaction.meta().savePosition(new Position(epoch, cursor));
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
        // Rows stay as they are, to work with; without a position the next attempt begins again.
    }
}
