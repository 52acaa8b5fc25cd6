package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private final RetryAfter retryAfter =
            new RetryAfter(Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void seconds() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), retryAfter.parse(" 120 "));
        assertEquals(Optional.of(Duration.ZERO), retryAfter.parse("0"));
    }

    @Test
    void date() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), retryAfter.parse("Sun, 22 Nov 2026 08:02:00 GMT"));
    }

    @Test
    void aDateThatIsOverMeansNow() {
        assertEquals(Optional.of(Duration.ZERO), retryAfter.parse("Sun, 22 Nov 2026 07:00:00 GMT"));
    }

    @Test
    void moreThanAnybodyWouldWaitIsCut() {
        assertEquals(Optional.of(RetryAfter.MOST), retryAfter.parse("999999999"));
        assertEquals(Optional.of(RetryAfter.MOST), retryAfter.parse("Mon, 22 Nov 2027 08:02:00 GMT"));
    }

    @Test
    void nonsense() {
        for (String header : new String[] {"", "soon", "-5", "1.5", "99999999999999999999", "Sun, 22 Nov"}) {
            assertEquals(Optional.empty(), retryAfter.parse(header), header);
        }
    }
}
