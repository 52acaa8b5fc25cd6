package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Caches are given back once for each time of use, after it. */
class IdleCachesTest {

    private static final Duration QUIET = Duration.ofMillis(50);

    private final Semaphore given = new Semaphore(0);
    private final IdleCaches caches = new IdleCaches(QUIET, given::release);

    @Test
    void onceAfterTheUseAndAgainAfterTheNextOne() throws Exception {
        for (int time = 1; time <= 2; time++) {
            long last = 0;
            for (int i = 0; i < 1_000; i++) {
                last = System.nanoTime();
                caches.used();
            }
            assertTrue(given.tryAcquire(1, TimeUnit.MINUTES), "after the use");
            assertTrue(System.nanoTime() - last >= QUIET.toNanos(), "not before it was quiet for so long");
        }
        assertEquals(false, given.tryAcquire(4 * QUIET.toMillis(), TimeUnit.MILLISECONDS), "nothing was used since");
    }
}
