package org.waystation.sync.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.store.StoreException;

/** Takes a snapshot of a part into the copy that is there, in batches. */
final class AddedRecords implements SnapshotSink {

    private static final int BATCH = 2_000;

    private final Writing writing;
    private final SnapshotIntake.Watcher watcher;
    private final List<EntityRecord> batch = new ArrayList<>(BATCH);
    private long received;
    private long expected;

    /** @param writing takes a batch into the store */
    AddedRecords(Writing writing, SnapshotIntake.Watcher watcher) {
        this.writing = writing;
        this.watcher = watcher;
    }

    /** Takes records into the store. */
    @FunctionalInterface
    interface Writing {
        void write(List<EntityRecord> records) throws StoreException;
    }

    @Override
    public void begin(String epoch, Map<EntityKind, Long> expectedCounts) throws BackendException {
        expected = expectedCounts.values().stream().mapToLong(Long::longValue).sum();
        flush();
    }

    @Override
    public void record(EntityRecord record) throws BackendException {
        batch.add(record);
        received++;
        if (batch.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void workable() throws BackendException {
        flush();
    }

    long received() {
        return received;
    }

    /** Writes what has come. */
    void flush() throws BackendException {
        try {
            if (!batch.isEmpty()) {
                writing.write(List.copyOf(batch));
                batch.clear();
            }
            watcher.at(new Progress(received, Math.max(received, expected)));
        } catch (StoreException e) {
            throw new SnapshotIntake.StoreFailed(e);
        }
    }
}
