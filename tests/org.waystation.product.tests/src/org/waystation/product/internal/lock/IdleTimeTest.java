package org.waystation.product.internal.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleTimeTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final AtomicLong nanos = new AtomicLong();
    private final IdleTime idle = new IdleTime(nanos::get);

    @Test
    void itIsReachedWhenNothingWasPressedForAsLong() {
        pass(LIMIT.minusSeconds(1));
        assertFalse(idle.reached(LIMIT));
        assertEquals(Duration.ofSeconds(1), idle.left(LIMIT));
        pass(Duration.ofSeconds(1));
        assertTrue(idle.reached(LIMIT));
    }

    @Test
    void eachPressBeginsItAnew() {
        pass(LIMIT.minusSeconds(1));
        idle.pressed();
        pass(LIMIT.minusSeconds(1));
        assertFalse(idle.reached(LIMIT));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
