package org.waystation.product.internal.lock;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long nothing was pressed, by a clock that nobody sets. Used on the UI thread. */
final class IdleTime {

    private final LongSupplier nanos;
    private long last;

    IdleTime(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    void pressed() {
        last = nanos.getAsLong();
    }

    boolean reached(Duration limit) {
        return !left(limit).isPositive();
    }

    /** Until the limit is reached, if nothing is pressed. */
    Duration left(Duration limit) {
        return limit.minusNanos(nanos.getAsLong() - last);
    }
}
