package org.waystation.vault.internal;

import java.time.Duration;
import java.time.Instant;
import org.waystation.api.profile.OfflineLease;

/**
 * How much of the time without the server is used up. Time is counted, not compared: the clock of a machine that is away
 * may be set at will. A clock that jumps costs as much as it jumps, in either direction, so setting it back gains nothing.
 *
 * @param days how many there are
 * @param used how much of them is gone
 * @param seen what the machine's clock said when it was last looked at
 * @param revoked whether the server took the access away
 */
record Lease(int days, Duration used, Instant seen, boolean revoked) {

    static Lease fresh(int days, Instant now) {
        return new Lease(Math.clamp(days, OfflineLease.LEAST_DAYS, OfflineLease.MOST_DAYS), Duration.ZERO, now, false);
    }

    /**
     * Counts what has passed since the last look.
     *
     * @param now by the machine's clock
     * @param ran by a clock that nobody sets; zero where the program was not running
     */
    Lease looked(Instant now, Duration ran) {
        Duration jumped = Duration.between(seen, now).abs();
        Duration passed = jumped.compareTo(ran) > 0 ? jumped : ran;
        return new Lease(days, used.plus(passed), now, revoked);
    }

    Lease taken() {
        return new Lease(days, used, seen, true);
    }

    boolean over() {
        return revoked || used.compareTo(Duration.ofDays(days)) >= 0;
    }

    Duration left() {
        return over() ? Duration.ZERO : Duration.ofDays(days).minus(used);
    }
}
