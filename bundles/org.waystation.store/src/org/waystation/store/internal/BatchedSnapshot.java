package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/** Writes a snapshot in transactions that are large enough to be fast and small enough for an edit to slip between. */
abstract class BatchedSnapshot implements SnapshotWriter {

    private static final int BATCH = 2_000;

    private final Database database;
    private final List<EntityRecord> waiting = new ArrayList<>(BATCH);
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
            waiting.add(record);
            if (waiting.size() >= BATCH) {
                flush();
            }
        }
    }

    @Override
    public final void flush() throws StoreException {
        if (!waiting.isEmpty()) {
            // A loss of power may undo it: without its end the snapshot has to come again anyway.
            database.write(Durability.NORMAL, transaction -> {
                store(transaction, waiting);
                return true;
            });
            waiting.clear();
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
            waiting.clear();
            abandon();
        }
    }

    @Override
    public final void mark(String mark, long received) throws StoreException {
        flush();
        // A loss of power may undo it, and with it rows that came after: both come again then.
        database.write(Durability.NORMAL, transaction -> {
            transaction.meta().save(unfinished(mark, received));
            return true;
        });
        marked = true;
    }

    /** Whether somebody can go on with it. */
    final boolean isMarked() {
        return marked;
    }

    abstract UnfinishedSnapshot unfinished(String mark, long received);

    abstract void store(Transaction transaction, List<EntityRecord> records) throws SQLException, StoreException;

    abstract void finish(String cursor) throws StoreException;

    abstract void abandon() throws StoreException;

    final Database database() {
        return database;
    }
}
