package org.waystation.samples.statusbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waystation.testkit.fake.TestClock;

class ShiftItemTest {

    @Test
    void theShiftFollowsTheClock() {
        TestClock clock = new TestClock(Instant.parse("2026-03-02T05:59:00Z"));
        ShiftItem item = new ShiftItem(clock);
        assertEquals("Night shift", item.now().text());
        clock.advance(Duration.ofMinutes(1));
        assertEquals("Early shift", item.now().text());
        clock.advance(Duration.ofHours(8));
        assertEquals("Late shift", item.now().text());
        clock.advance(Duration.ofHours(8));
        assertEquals("Night shift", item.now().text());
    }
}
