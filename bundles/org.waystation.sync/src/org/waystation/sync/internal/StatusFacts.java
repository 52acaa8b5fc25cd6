package org.waystation.sync.internal;

import java.time.Instant;
import java.util.Optional;
import org.waystation.api.sync.SyncStatus;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.api.sync.SyncStatus.State;

/**
 * What is known of the connection, from which the one status follows.
 *
 * @param connected whether there is a server at all to talk to
 * @param caughtUp whether everything the server had at the last look is here, and nothing is under way
 * @param fault what keeps us from going on
 * @param paused somebody lets sync rest
 */
record StatusFacts(
        boolean connected,
        boolean caughtUp,
        int waiting,
        int parked,
        Optional<Instant> lastContact,
        Optional<Instant> offlineSince,
        Optional<Fault> fault,
        Optional<Progress> progress,
        boolean paused) {

    static StatusFacts unconnected() {
        return new StatusFacts(
                false, false, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    SyncStatus status() {
        return new SyncStatus(
                state(), waiting, parked, lastContact, offlineSince, fault.map(Fault::detail), progress, paused);
    }

    private State state() {
        if (!connected) {
            return State.NOT_CONNECTED;
        }
        if (fault.isPresent()) {
            return fault.get().state();
        }
        // A change that is still here is not yet "the other way round", however long the server lets it wait.
        return caughtUp && waiting == 0 ? State.UP_TO_DATE : State.SYNCING;
    }

    /** There is a server now, of which nothing is known yet. */
    StatusFacts withServer() {
        return new StatusFacts(
                true,
                false,
                waiting,
                parked,
                lastContact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paused);
    }

    StatusFacts withoutServer() {
        return new StatusFacts(
                false,
                false,
                waiting,
                parked,
                lastContact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paused);
    }

    StatusFacts counted(int nowWaiting, int nowParked) {
        return new StatusFacts(
                connected, caughtUp, nowWaiting, nowParked, lastContact, offlineSince, fault, progress, paused);
    }

    /** Somebody lets sync rest, or go on. */
    StatusFacts paused(boolean now) {
        return new StatusFacts(connected, caughtUp, waiting, parked, lastContact, offlineSince, fault, progress, now);
    }

    /** The server has answered; a fault stays until what failed has worked. */
    StatusFacts answered(Instant now) {
        return new StatusFacts(
                connected, caughtUp, waiting, parked, Optional.of(now), offlineSince, fault, progress, paused);
    }

    /** Records flow, one way or the other. */
    StatusFacts flowing(Instant now, Optional<Progress> nowProgress) {
        return new StatusFacts(
                connected,
                false,
                waiting,
                parked,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                nowProgress,
                paused);
    }

    StatusFacts caughtUp(Instant now) {
        return new StatusFacts(
                connected,
                true,
                waiting,
                parked,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paused);
    }

    /** @param since when it began, where the server is what is missing */
    StatusFacts faulted(Fault nowFault, Optional<Instant> since) {
        return new StatusFacts(
                connected, false, waiting, parked, lastContact, since, Optional.of(nowFault), Optional.empty(), paused);
    }
}
