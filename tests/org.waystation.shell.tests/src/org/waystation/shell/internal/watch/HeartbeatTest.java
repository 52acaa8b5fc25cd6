package org.waystation.shell.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final Heartbeat heartbeat = new Heartbeat(Duration.ofMillis(500), Duration.ofMillis(400));

    private static long at(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void aFreeThreadIsNeverHeld() {
        for (int t = 0; t < 5_000; t += 100) {
            assertTrue(heartbeat.look(at(t)));
            assertEquals(Optional.empty(), heartbeat.beat(at(t + 5)));
        }
    }

    @Test
    void oneThatDoesNotAnswerIsHeldFromTheLimitOn() {
        assertTrue(heartbeat.look(at(0)));
        for (int t = 100; t <= 500; t += 100) {
            assertFalse(heartbeat.look(at(t)));
            assertEquals(Optional.empty(), heartbeat.held(at(t)));
        }
        heartbeat.look(at(600));
        assertEquals(Optional.of(Duration.ofMillis(600)), heartbeat.held(at(600)));
        heartbeat.look(at(700));
        assertEquals(Optional.of(Duration.ofMillis(750)), heartbeat.beat(at(750)));
        assertEquals(Optional.empty(), heartbeat.held(at(9_000)));
    }

    @Test
    void aWatcherThatSleptItselfProvesNothing() {
        heartbeat.look(at(0));
        heartbeat.look(at(60_000));
        assertEquals(Optional.empty(), heartbeat.held(at(60_001)));
    }
}
