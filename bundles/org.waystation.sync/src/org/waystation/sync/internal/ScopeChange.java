package org.waystation.sync.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * Makes what is held here what somebody wants to take along: fetches what is new in it, takes away what is not in it any
 * more, and only then says that it is so. Cut off in between it is begun again; nothing in it goes wrong when done twice.
 */
final class ScopeChange {

    private final Backend backend;
    private final Replica replica;
    private final LiveIds ids;
    private final Tally tally;

    ScopeChange(Backend backend, Replica replica, LiveIds ids, Tally tally) {
        this.backend = backend;
        this.replica = replica;
        this.ids = ids;
        this.tally = tally;
    }

    void run(SyncScope held, SyncScope wanted, SnapshotIntake.Watcher watcher) throws BackendException, StoreException {
        if (!held.covers(wanted)) {
            fetch(held, wanted, watcher);
        }
        if (!wanted.covers(held)) {
            purge(wanted);
        }
        replica.saveScope(ScopeText.of(wanted));
    }

    /**
     * The place in the server's history stays where it is: what changed in the new part since then comes once more with
     * the feed.
     */
    private void fetch(SyncScope held, SyncScope wanted, SnapshotIntake.Watcher watcher)
            throws BackendException, StoreException {
        AddedRecords sink = new AddedRecords(replica::take, watcher);
        try {
            backend.snapshot(new SnapshotRequest(Set.of(), added(held, wanted), Optional.empty()), sink);
            sink.flush();
            tally.received(sink.received());
        } catch (SnapshotIntake.StoreFailed e) {
            throw e.storeException();
        }
    }

    /** Only the companies that are new, where nothing else is; else all of it. */
    private static SyncScope added(SyncScope held, SyncScope wanted) {
        boolean onlyCompanies = !held.everyCompany()
                && !wanted.everyCompany()
                && held.days().equals(wanted.days())
                && held.myWork() == wanted.myWork();
        if (!onlyCompanies) {
            return wanted;
        }
        Set<UUID> added = new HashSet<>(wanted.companies());
        added.removeAll(held.companies());
        return new SyncScope(false, false, added, wanted.days(), wanted.attachmentMegabytes());
    }

    private void purge(SyncScope wanted) throws BackendException, StoreException {
        for (EntityKind kind : replica.digests().keySet()) {
            tally.removed(ids.remove(ids.compare(kind, wanted).extra()));
        }
    }
}
