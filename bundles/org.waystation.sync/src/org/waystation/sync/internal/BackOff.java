package org.waystation.sync.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, between bounds, and spread at random so that many
 * workstations do not come back in one instant when a server does. A class of our own and no library, since the engine
 * never blocks to wait but puts itself on a schedule, and a pure function of state and chance is all it needs.
 */
final class BackOff {

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int failures;

    BackOff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** Counts one more failure; from half of the full wait to all of it. */
    Duration next() {
        int doublings = Math.min(failures, 30);
        failures++;
        long full = Math.min(most.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(full / 2 + random.nextLong(full - full / 2 + 1));
    }

    /** It works again: the next failure is the first one. */
    void reset() {
        failures = 0;
    }

    int failures() {
        return failures;
    }
}
