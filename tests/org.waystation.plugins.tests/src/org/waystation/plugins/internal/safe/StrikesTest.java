package org.waystation.plugins.internal.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrikesTest {

    private Instant now = Instant.EPOCH;
    private final List<String> out = new ArrayList<>();
    private final Strikes strikes = new Strikes(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            (id, why) -> out.add(id + ": " + why));

    @Test
    void theThirdIsOneTooMany() {
        strikes.add("a", "search threw");
        strikes.add("b", "search threw");
        strikes.add("a", "search threw");
        assertEquals(List.of(), out);
        strikes.add("a", "search took longer than 2000 ms");
        assertEquals(1, out.size());
        assertTrue(out.get(0).startsWith("a: 3 faults"), out.get(0));
        assertTrue(out.get(0).contains("took longer"), out.get(0));
    }

    @Test
    void thoseOfLongAgoDoNotCount() {
        strikes.add("a", "1");
        strikes.add("a", "2");
        now = now.plus(Strikes.WINDOW).plus(Duration.ofSeconds(1));
        strikes.add("a", "3");
        assertEquals(List.of(), out);
    }

    @Test
    void anotherChanceStartsOver() {
        strikes.add("a", "1");
        strikes.add("a", "2");
        strikes.forget("a");
        strikes.add("a", "3");
        assertEquals(List.of(), out);
    }
}
