package org.waystation.sync.internal;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;

/**
 * Writes a snapshot to the replica as it arrives, and makes it visible as soon as work can start. Closed
 * before it was completed, it leaves what was there before, and the last mark to go on behind.
 */
final class SnapshotIntake implements SnapshotSink, AutoCloseable {

    /** The watcher is told after so many records, and at each mark. */
    private static final int TOLD_EACH = 2_000;

    private final Replica replica;
    private final Watcher watcher;
    private Replica.@Nullable SnapshotWriter writer;
    private final String scope;
    private final Optional<Unfinished> earlier;
    private String epoch = "";
    private long before;
    private long received;
    private long told;
    private long expected;

    /**
     * @param scope what part it is, as the replica keeps it
     * @param earlier what it goes on with
     */
    SnapshotIntake(Replica replica, String scope, Optional<Unfinished> earlier, Watcher watcher) {
        this.replica = replica;
        this.scope = scope;
        this.earlier = earlier;
        this.watcher = watcher;
    }

    /** Told from time to time, while the rest of the snapshot waits. */
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
        if (earlier.filter(one -> !one.epoch().equals(snapshotEpoch)).isPresent()) {
            throw new BackendException(
                    BackendException.Cause.CURSOR_EXPIRED, "The snapshot cannot go on in another history.");
        }
        try {
            before = earlier.map(Unfinished::received).orElse(0L);
            writer = earlier.isPresent() ? replica.resumeSnapshot() : replica.beginSnapshot(snapshotEpoch, scope);
            progress();
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    @Override
    public void record(EntityRecord record) throws BackendException {
        try {
            writer().write(List.of(record));
            received++;
            if (received - told == TOLD_EACH) {
                progress();
            }
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    @Override
    public void mark(String mark) throws BackendException {
        try {
            writer().mark(mark, before + received);
            progress(); // somebody who stops it now finds it behind the mark
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    @Override
    public void workable() throws BackendException {
        try {
            writer().flush();
            progress();
        } catch (StoreException e) {
            throw new StoreFailed(e);
        }
    }

    /** How many records came. */
    long received() {
        return received;
    }

    /** The snapshot came whole: swaps it in. */
    void complete(SnapshotEnd end) throws BackendException, StoreException {
        if (!end.epoch().equals(epoch) || end.records() != received) {
            throw malformed("The snapshot is not whole.");
        }
        progress();
        writer().complete(end.cursor());
    }

    private void progress() throws BackendException, StoreException {
        told = received;
        watcher.at(new Progress(before + received, Math.max(before + received, expected)));
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
