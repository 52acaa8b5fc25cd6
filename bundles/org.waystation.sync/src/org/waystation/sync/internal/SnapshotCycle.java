package org.waystation.sync.internal;

import java.util.Set;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/** Fetches everything: the first time, and when the server's history is another one than ours. */
final class SnapshotCycle {

    private final Replica replica;
    private final Backend backend;

    SnapshotCycle(Replica replica, Backend backend) {
        this.replica = replica;
        this.backend = backend;
    }

    void run(SnapshotIntake.Watcher watcher) throws BackendException, StoreException {
        try (SnapshotIntake intake = new SnapshotIntake(replica, watcher)) {
            intake.complete(backend.snapshot(Set.of(), intake));
        } catch (SnapshotIntake.StoreFailed e) {
            throw e.storeException();
        }
    }
}
