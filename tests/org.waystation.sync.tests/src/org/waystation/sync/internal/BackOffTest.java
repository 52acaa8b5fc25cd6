package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void waitsTwiceAsLongEachTimeUpToTheMost() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));
        for (int full : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            long millis = backOff.next().toMillis();
            assertTrue(millis >= full * 500L && millis <= full * 1000L, full + " s gave " + millis + " ms");
        }
        for (int i = 0; i < 100; i++) {
            assertTrue(backOff.next().toSeconds() <= 60);
        }
    }

    @Test
    void beginsAnewAfterReset() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));
        backOff.next();
        backOff.next();
        backOff.reset();
        assertEquals(0, backOff.failures());
        assertTrue(backOff.next().toMillis() <= 1000);
    }

    @Test
    void isSpreadAtRandom() {
        Set<Duration> seen = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            seen.add(new BackOff(Duration.ofSeconds(10), Duration.ofSeconds(60), new Random(seed)).next());
        }
        assertTrue(seen.size() > 40, "only " + seen.size() + " different waits");
    }
}
