package org.waystation.api.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one sync did.
 *
 * @param began when, by this machine's clock
 * @param took from the first request to the last
 * @param reason why it took place
 * @param received records that came, new and changed
 * @param removed records that went, because they were deleted or are out of scope
 * @param sent changes of ours that the server applied
 * @param merged of those, how many were first merged with somebody else's change of the same record
 * @param parked changes of ours that need somebody now
 * @param healed records that the self-check found to differ and put right
 * @param fault why it did not come to its end
 */
public record SyncReport(
        Instant began,
        Duration took,
        Reason reason,
        long received,
        long removed,
        int sent,
        int merged,
        int parked,
        long healed,
        Optional<String> fault) {

    /** Why a sync took place. */
    public enum Reason {
        /** Nothing was here yet. */
        FIRST,
        /** Something changed, here or there. */
        CHANGES,
        /** The server's history is another one now, or ours was too old to be continued. */
        ANEW,
        /** What is taken along was changed. */
        SCOPE,
        /** This machine's copy was compared with the server. */
        CHECK
    }

    /** Whether it changed anything, or failed to. */
    public boolean tellsSomething() {
        return received + removed + sent + merged + parked + healed > 0 || fault.isPresent() || reason == Reason.CHECK;
    }
}
