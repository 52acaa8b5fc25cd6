package org.waystation.sync.internal;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * Writes a snapshot to the replica as it arrives, in batches, and makes it visible as soon as work can start. Closed
 * before it was completed, it leaves what was there before.
 */
final class SnapshotIntake implements SnapshotSink, AutoCloseable {

    static final int BATCH = 2_000;

    private final Replica replica;
    private final Watcher watcher;
    private final List<EntityRecord> batch = new ArrayList<>(BATCH);
    private Replica.@Nullable SnapshotWriter writer;
    private String epoch = "";
    private long received;
    private long expected;

    SnapshotIntake(Replica replica, Watcher watcher) {
        this.replica = replica;
        this.watcher = watcher;
    }

    /** Told after each batch, while the rest of the snapshot waits. */
    @FunctionalInterface
    interface Watcher {
        void at(Progress progress) throws BackendException, StoreException;
    }

    /** Carries a failure of the store through the backend, which knows nothing of stores. */
    static final class StoreFailed extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        StoreFailed(StoreException cause) {
            super(cause);
        }

        StoreException storeException() {
            return (StoreException) getCause();
        }
    }

    @Override
    public void begin(String snapshotEpoch, Map<EntityKind, Long> expectedCounts) throws BackendException {
        if (writer != null) {
            throw malformed("The snapshot begins twice.");
        }
        epoch = snapshotEpoch;
        expected = expectedCounts.values().stream().mapToLong(Long::longValue).sum();
        try {
            writer = replica.beginSnapshot(snapshotEpoch);
            progress();
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    @Override
    public void record(EntityRecord record) throws BackendException {
        batch.add(record);
        received++;
        if (batch.size() == BATCH) {
            writeBatch();
        }
    }

    @Override
    public void workable() throws BackendException {
        writeBatch();
        try {
            writer().flush();
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    /** The snapshot came whole: swaps it in. */
    void complete(SnapshotEnd end) throws BackendException, StoreException {
        if (!end.epoch().equals(epoch) || end.records() != received) {
            throw malformed("The snapshot is not whole.");
        }
        writeBatch();
        writer().complete(end.cursor());
    }

    private void writeBatch() throws BackendException {
        try {
            if (!batch.isEmpty()) {
                writer().write(List.copyOf(batch));
                batch.clear();
            }
            progress();
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    private void progress() throws BackendException, StoreException {
        watcher.at(new Progress(received, Math.max(received, expected)));
    }

    private Replica.SnapshotWriter writer() throws BackendException {
        if (writer == null) {
            throw malformed("The snapshot has no beginning.");
        }
        return writer;
    }

    private static BackendException malformed(String message) {
        return new BackendException(BackendException.Cause.MALFORMED, message);
    }

    @Override
    public void close() throws StoreException {
        if (writer != null) {
            writer.close();
        }
    }
}
