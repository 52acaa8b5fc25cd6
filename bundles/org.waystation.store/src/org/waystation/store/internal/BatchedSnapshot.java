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

    BatchedSnapshot(Database database) {
        this.database = database;
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

    abstract void store(Transaction transaction, List<EntityRecord> records) throws SQLException, StoreException;

    abstract void finish(String cursor) throws StoreException;

    abstract void abandon() throws StoreException;

    final Database database() {
        return database;
    }
}
