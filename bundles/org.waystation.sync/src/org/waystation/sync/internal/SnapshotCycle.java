package org.waystation.sync.internal;

import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;

/**
 * Fetches everything in scope: the first time, and when the server's history is another one than ours. One that was cut
 * off goes on behind its last mark.
 */
final class SnapshotCycle {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCycle.class);

    private final Replica replica;
    private final Backend backend;
    private final Tally tally;

    SnapshotCycle(Replica replica, Backend backend, Tally tally) {
        this.replica = replica;
        this.backend = backend;
        this.tally = tally;
    }

    /** @param epoch the server's history as it named it last */
    void run(String epoch, SyncScope scope, SnapshotIntake.Watcher watcher) throws BackendException, StoreException {
        Optional<Unfinished> unfinished = resumable(epoch, scope);
        if (unfinished.isPresent()) {
            try {
                fetch(scope, unfinished, watcher);
                return;
            } catch (BackendException e) {
                // A newer server may not even read its predecessor's marks.
                boolean unknown =
                        e.kind() == BackendException.Cause.CURSOR_EXPIRED || e.kind() == BackendException.Cause.REFUSED;
                if (!unknown) {
                    throw e;
                }
                LOG.info("The snapshot that was cut off cannot go on: {}", e.getMessage());
                replica.abandonSnapshot();
            }
        }
        fetch(scope, Optional.empty(), watcher);
    }

    private Optional<Unfinished> resumable(String epoch, SyncScope scope) throws StoreException {
        if (!backend.capabilities().contains(Backend.Capability.RESUME)) {
            return Optional.empty();
        }
        return replica.unfinished()
                .filter(one ->
                        one.epoch().equals(epoch) && ScopeText.read(one.scope()).holdsSameAs(scope));
    }

    private void fetch(SyncScope scope, Optional<Unfinished> unfinished, SnapshotIntake.Watcher watcher)
            throws BackendException, StoreException {
        SnapshotRequest request = new SnapshotRequest(Set.of(), scope, unfinished.map(Unfinished::mark));
        try (SnapshotIntake intake = new SnapshotIntake(replica, ScopeText.of(scope), unfinished, watcher)) {
            intake.complete(backend.snapshot(request, intake));
            tally.received(intake.received());
        } catch (SnapshotIntake.StoreFailed e) {
            throw e.storeException();
        }
    }
}
