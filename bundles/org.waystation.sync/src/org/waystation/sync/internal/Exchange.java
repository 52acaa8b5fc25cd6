package org.waystation.sync.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.Backend.Capability;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncReport.Reason;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.store.Outbox;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

/**
 * What one turn of the engine does with the server: signs in where that is needed, takes a snapshot where there is no
 * copy, sends, looks for changes, brings what is held to what is wanted, compares. Used from the engine's thread.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Backend backend;
    private final Replica replica;
    private final Wishes wishes;
    private final Consumer<ServerSession> onSession;
    private final Flow flow;
    private final PushCycle pushCycle;
    private final PullCycle pullCycle;
    private final SnapshotCycle snapshotCycle;
    private final LiveIds ids;
    private final ScopeChange scopeChange;
    private final SelfCheck selfCheck;
    private final Tally tally;
    private boolean signedIn;
    private String epoch = "";

    /** Told how it goes, in the middle of it. */
    interface Flow {

        /** The server has answered. */
        void answered();

        /** Something went over. */
        void flows() throws BackendException;

        /** Records arrive, perhaps for minutes. */
        void flows(Progress progress) throws BackendException;

        /** Whether something was changed here since it was last asked. */
        boolean changedHere();
    }

    /**
     * What a turn shall do.
     *
     * @param look whether to look for changes
     * @param check whether to compare
     * @param large whether what is new in scope may be fetched, however much it is
     */
    record Wanted(boolean look, boolean check, boolean large) {}

    /**
     * What a turn has done.
     *
     * @param came whether anything came
     * @param doubtful whether the copy may lack something that the feed does not bring, or hold what nothing keeps here
     *     any more
     * @param found what the comparison found, where there was one
     */
    record Done(boolean came, boolean doubtful, Optional<SelfCheck.Found> found) {}

    Exchange(
            SyncParts parts,
            Backend backend,
            Wishes wishes,
            HeldBack held,
            Set<UUID> insisted,
            Consumer<ServerSession> onSession,
            Tally tally,
            Flow flow) {
        this.backend = backend;
        this.replica = parts.replica();
        this.wishes = wishes;
        this.onSession = onSession;
        this.flow = flow;
        this.tally = tally;
        Outbox outbox = parts.outbox();
        ids = new LiveIds(backend, replica, outbox);
        pushCycle = new PushCycle(outbox, backend, held, insisted, tally);
        pullCycle = new PullCycle(replica, backend, parts.records(), tally);
        snapshotCycle = new SnapshotCycle(replica, backend, tally);
        scopeChange = new ScopeChange(backend, replica, ids, tally);
        selfCheck = new SelfCheck(backend, replica, ids, tally, () -> pullCycle.run(held(), this::page));
    }

    boolean isSignedIn() {
        return signedIn;
    }

    /** The next turn signs in anew. */
    void forget() {
        signedIn = false;
    }

    Done run(Wanted wanted) throws BackendException, StoreException {
        signIn();
        boolean scoped = bringToScope(wanted.large());
        Optional<BackendException> notSent = push();
        boolean came = false;
        if (wanted.look()) {
            try {
                came = pullCycle.run(held(), this::page);
            } catch (BackendException e) {
                if (e.kind() != BackendException.Cause.CURSOR_EXPIRED) {
                    throw e;
                }
                anew(backend.session());
                notSent = push();
                pullCycle.run(held(), this::page);
                came = true;
            }
        }
        Optional<SelfCheck.Found> found = Optional.empty();
        if (notSent.isEmpty() && wanted.check() && can(Capability.DIGESTS)) {
            found = check();
        }
        if (notSent.isPresent()) {
            throw notSent.get();
        }
        return new Done(came, scoped || ids.mayRemoveMore(), found);
    }

    /** A server that does not let us compare keeps us from nothing else. */
    private Optional<SelfCheck.Found> check() throws BackendException, StoreException {
        try {
            SelfCheck.Found found = selfCheck.run(held(), this::arriving);
            tally.because(Reason.CHECK);
            return Optional.of(found);
        } catch (BackendException e) {
            switch (e.kind()) {
                case REFUSED, FORBIDDEN -> {
                    LOG.warn("This machine's copy could not be compared with the server: {}", e.getMessage());
                    return Optional.empty();
                }
                default -> throw e;
            }
        }
    }

    private void signIn() throws BackendException, StoreException {
        if (signedIn) {
            return;
        }
        ServerSession session = backend.session();
        flow.answered();
        replica.saveSession(session);
        onSession.accept(session);
        epoch = session.epoch();
        Optional<Position> position = replica.position();
        if (position.isEmpty()) {
            tally.because(Reason.FIRST);
            snapshotCycle.run(epoch, wanted(), this::arriving);
        } else if (!position.get().epoch().equals(epoch)) {
            anew(session);
        }
        pushCycle.reconsider();
        signedIn = true;
    }

    /** Nothing is sent into another history before its records are here to merge with. */
    private void anew(ServerSession session) throws BackendException, StoreException {
        tally.because(Reason.ANEW);
        epoch = session.epoch();
        snapshotCycle.run(epoch, wanted(), progress -> flow.flows(progress));
        pushCycle.reconsiderAll();
    }

    /** Returns whether anything was changed in what is held. */
    private boolean bringToScope(boolean large) throws BackendException, StoreException {
        SyncScope held = held();
        SyncScope wanted = wanted();
        if (held.holdsSameAs(wanted) || !(large || held.covers(wanted))) {
            return false;
        }
        tally.because(Reason.SCOPE);
        if (can(Capability.DIGESTS)) {
            scopeChange.run(held, wanted, this::arriving);
        } else {
            snapshotCycle.run(epoch, wanted, progress -> flow.flows(progress));
        }
        return true;
    }

    /** What is held now. */
    SyncScope held() throws StoreException {
        return replica.position()
                .map(position -> ScopeText.read(position.scope()))
                .orElseGet(SyncScope::everything);
    }

    /** What shall be held, as far as the server can part it. */
    private SyncScope wanted() throws StoreException {
        return can(Capability.SCOPES) ? wishes.scope() : SyncScope.everything();
    }

    private boolean can(Capability capability) {
        return backend.capabilities().contains(capability);
    }

    /** A server that fails to take our changes may still have some for us: its failure is told after the look. */
    private Optional<BackendException> push() throws BackendException, StoreException {
        try {
            pushCycle.run(this::page);
            return Optional.empty();
        } catch (BackendException e) {
            if (e.kind() == BackendException.Cause.SERVER_ERROR
                    && e.retryAfter().isEmpty()) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private void page() throws BackendException {
        flow.flows();
    }

    /** What is changed here while records arrive does not wait for the last of them. */
    private void arriving(Progress progress) throws BackendException, StoreException {
        flow.flows(progress);
        if (flow.changedHere()) {
            pushCycle.run(() -> {});
        }
    }
}
