package org.waystation.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time as the engine needs it.
 *
 * @param clock says what time it is, for what is shown; somebody may set it, forward or back
 * @param nanos counts up evenly from anywhere; all waiting goes by it, so that a clock that is set back by two days
 *     does not hold a change for two days
 */
record EngineTime(Clock clock, LongSupplier nanos) {

    static EngineTime system() {
        return new EngineTime(Clock.systemUTC(), System::nanoTime);
    }

    Instant now() {
        return clock.instant();
    }

    /** How long it is until a reading of {@link #nanos}; never negative. */
    Duration until(long reading) {
        return Duration.ofNanos(Math.max(0, reading - nanos.getAsLong()));
    }
}
