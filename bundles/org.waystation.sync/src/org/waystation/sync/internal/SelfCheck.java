package org.waystation.sync.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * Compares this machine's copy with the server: count and sum of each kind, and where they differ the ids; what differs
 * is read again, what is not in scope goes. What the server has changed since the last look only comes a little sooner
 * that way, so nothing has to stand still meanwhile.
 */
final class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** So many records are read one by one; of more than that the whole kind comes again. */
    private static final int READ_SINGLY = 100;

    /** A server on which something changes all the time is compared all the same; what is new then is read too. */
    private static final int LOOKS = 3;

    private final Backend backend;
    private final Replica replica;
    private final LiveIds ids;
    private final Tally tally;
    private final Look look;

    /** Takes in what changed on the server. */
    @FunctionalInterface
    interface Look {
        void run() throws BackendException, StoreException;
    }

    SelfCheck(Backend backend, Replica replica, LiveIds ids, Tally tally, Look look) {
        this.backend = backend;
        this.replica = replica;
        this.ids = ids;
        this.tally = tally;
        this.look = look;
    }

    /**
     * What was found.
     *
     * @param compared records
     * @param healed records that differed and are right now, those that went included
     */
    record Found(long compared, long healed) {}

    Found run(SyncScope scope, SnapshotIntake.Watcher watcher) throws BackendException, StoreException {
        Map<EntityKind, Digest> theirs = digestsHere(scope).kinds();
        Map<EntityKind, Digest> ours = replica.digests();
        Set<EntityKind> kinds = new HashSet<>(theirs.keySet());
        kinds.addAll(ours.keySet());
        long compared = 0;
        long healed = 0;
        for (EntityKind kind : kinds) {
            Digest here = ours.getOrDefault(kind, Digest.NONE);
            compared += here.count();
            if (!here.equals(theirs.getOrDefault(kind, Digest.NONE))) {
                healed += heal(kind, scope, watcher);
            }
        }
        tally.healed(healed);
        return new Found(compared, healed);
    }

    /** At the same place in the history as the copy, where the server stands still for long enough. */
    private Digests digestsHere(SyncScope scope) throws BackendException, StoreException {
        Digests digests = backend.digests(scope);
        for (int look = 0; look < LOOKS && !digests.cursor().equals(cursor()); look++) {
            this.look.run();
            digests = backend.digests(scope);
        }
        return digests;
    }

    private String cursor() throws StoreException {
        return replica.position().map(Replica.Position::cursor).orElse("");
    }

    private long heal(EntityKind kind, SyncScope scope, SnapshotIntake.Watcher watcher)
            throws BackendException, StoreException {
        LiveIds.Difference difference = ids.compare(kind, scope);
        LOG.info(
                "Self-check of {}: {} to be read again, {} to go.",
                kind,
                difference.other().size(),
                difference.extra().size());
        long gone = ids.remove(difference.extra());
        if (scope.isLimited()) {
            // Days go by: what has grown too old for the scope goes here, and nothing was wrong with it.
            tally.removed(gone);
            gone = 0;
        }
        if (difference.other().size() > READ_SINGLY) {
            readKind(kind, scope, watcher);
        } else {
            for (RecordRef ref : difference.other()) {
                Optional<EntityRecord> there = backend.read(ref);
                if (there.isPresent()) {
                    replica.heal(List.of(there.get()), List.of());
                }
            }
        }
        return gone + difference.other().size();
    }

    private void readKind(EntityKind kind, SyncScope scope, SnapshotIntake.Watcher watcher)
            throws BackendException, StoreException {
        AddedRecords sink = new AddedRecords(records -> replica.heal(records, List.of()), watcher);
        try {
            backend.snapshot(new SnapshotRequest(Set.of(kind), scope, Optional.empty()), sink);
            sink.flush();
        } catch (SnapshotIntake.StoreFailed e) {
            throw e.storeException();
        }
    }
}
