package org.waystation.api.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody has decided about sync, and what is known of this machine's copy.
 *
 * @param wanted what shall be taken along
 * @param held what is taken along at present; empty before the first copy is whole
 * @param paused whether sync rests
 * @param check when the copy was last compared with the server, and how it was found
 * @param capabilities of the remote system at hand; empty without one
 * @param reports counts up with each report
 */
public record SyncFacts(
        SyncScope wanted,
        Optional<SyncScope> held,
        boolean paused,
        Optional<Check> check,
        Set<Backend.Capability> capabilities,
        long reports) {

    public SyncFacts {
        capabilities = Set.copyOf(capabilities);
    }

    /**
     * A comparison with the server.
     *
     * @param compared how many records were compared
     * @param healed how many differed and were put right
     */
    public record Check(Instant at, long compared, long healed) {}

    /** Whether what is wanted is not yet what is held. */
    public boolean changing() {
        return held.filter(scope -> !scope.holdsSameAs(wanted)).isPresent();
    }
}
