package org.waystation.api.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How things stand between this machine and the server, as the status bar shows it.
 *
 * @param waiting changes made here that the server has not yet answered for, without the parked ones
 * @param parked changes that the server refused or that need a decision
 * @param lastContact when the server last answered
 * @param offlineSince when it stopped answering
 * @param fault what is wrong, in words for the technician
 * @param progress of a first sync that is under way
 * @param paused somebody lets sync rest; the state says what it was when it came to rest
 */
public record SyncStatus(
        State state,
        int waiting,
        int parked,
        Optional<Instant> lastContact,
        Optional<Instant> offlineSince,
        Optional<String> fault,
        Optional<Progress> progress,
        boolean paused) {

    public SyncStatus(
            State state,
            int waiting,
            int parked,
            Optional<Instant> lastContact,
            Optional<Instant> offlineSince,
            Optional<String> fault,
            Optional<Progress> progress) {
        this(state, waiting, parked, lastContact, offlineSince, fault, progress, false);
    }

    /** State of the connection. */
    public enum State {
        /** Not connected to any server. */
        NOT_CONNECTED,
        /** Talking to the server right now. */
        SYNCING,
        /** All that the server has is here and the other way round. */
        UP_TO_DATE,
        /** The server does not answer; work goes on. */
        OFFLINE,
        /** Somebody must act: sign in, accept a certificate, free disk space. */
        ATTENTION
    }

    /**
     * Records received of those expected.
     *
     * @param left about how long the rest takes; empty where that cannot be said yet
     */
    public record Progress(long received, long expected, Optional<Duration> left) {

        public Progress(long received, long expected) {
            this(received, expected, Optional.empty());
        }
    }

    public static SyncStatus notConnected() {
        return new SyncStatus(
                State.NOT_CONNECTED, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
