package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;
import org.waystation.store.internal.Database.Handed;

/**
 * Writes a snapshot in transactions that are large enough to be fast and small enough for an edit to slip between. While
 * one is written the next one is made ready; there are never more than these two.
 */
abstract class BatchedSnapshot implements SnapshotWriter {

    private static final int BATCH = 5_000;

    private final Database database;
    private List<Arriving> waiting = new ArrayList<>();
    private @Nullable Handed<Boolean> underWay;
    private boolean markUnderWay;
    private boolean completed;
    private boolean marked;

    /** @param marked whether it goes on behind a mark */
    BatchedSnapshot(Database database, boolean marked) {
        this.database = database;
        this.marked = marked;
    }

    @Override
    public final void write(List<EntityRecord> records) throws StoreException {
        for (EntityRecord record : records) {
            // A full batch waits for what comes behind it: where that is a mark, it goes along.
            if (waiting.size() >= BATCH) {
                hand(Optional.empty());
            }
            waiting.add(Arriving.of(record));
        }
    }

    @Override
    public final void flush() throws StoreException {
        if (!waiting.isEmpty()) {
            hand(Optional.empty());
        }
        settle();
    }

    /** What comes later is handed over only once this is written, so that a mark never covers rows that failed. */
    private void hand(Optional<UnfinishedSnapshot> mark) throws StoreException {
        settle();
        List<Arriving> batch = waiting;
        waiting = new ArrayList<>();
        // A loss of power may undo it, and with it all that came after: it comes again then.
        underWay = database.hand(Durability.BULK, transaction -> {
            store(transaction, batch);
            if (mark.isPresent()) {
                transaction.meta().save(mark.get());
            }
            return true;
        });
        markUnderWay = mark.isPresent();
    }

    private void settle() throws StoreException {
        Handed<Boolean> handed = underWay;
        if (handed != null) {
            underWay = null;
            handed.await();
            marked |= markUnderWay;
        }
    }

    @Override
    public final void complete(String cursor) throws StoreException {
        flush();
        finish(cursor);
        completed = true;
    }

    @Override
    public final void close() throws StoreException {
        if (!completed) {
            waiting = new ArrayList<>();
            try {
                settle();
            } finally {
                abandon();
            }
        }
    }

    @Override
    public final void mark(String mark, long received) throws StoreException {
        hand(Optional.of(unfinished(mark, received)));
    }

    /** Whether somebody can go on with it. */
    final boolean isMarked() {
        return marked;
    }

    abstract UnfinishedSnapshot unfinished(String mark, long received);

    abstract void store(Transaction transaction, List<Arriving> records) throws SQLException, StoreException;

    abstract void finish(String cursor) throws StoreException;

    abstract void abandon() throws StoreException;

    final Database database() {
        return database;
    }
}
