package org.waystation.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {

    /** Tuesday 24 November 2026, 08:34 in Stockholm. */
    private static final Instant NOW = Instant.parse("2026-11-24T07:34:00Z");

    private final RelativeTime times = at("Europe/Stockholm");

    @Test
    void whatIsDueSoonIsCountedInMinutes() {
        assertEquals("42 min left", due("2026-11-24T08:16:30Z"));
        assertEquals("1 min left", due("2026-11-24T07:34:20Z"));
        assertEquals("59 min left", due("2026-11-24T08:33:59Z"));
    }

    @Test
    void whatIsDueTodayIsCountedInHours() {
        assertEquals("1 h 0", due("2026-11-24T08:34:00Z"));
        assertEquals("2 h 10", due("2026-11-24T09:44:00Z"));
        assertEquals("15 h 25", due("2026-11-24T22:59:00Z"));
    }

    @Test
    void laterItIsADay() {
        assertEquals("tomorrow", due("2026-11-25T07:00:00Z"));
        assertEquals("Fri", due("2026-11-27T12:00:00Z"));
        assertEquals("1 Dec", due("2026-12-01T12:00:00Z"));
        assertEquals("8 Jan 2027", due("2027-01-08T12:00:00Z"));
    }

    @Test
    void tomorrowBeginsAtMidnightOfTheZone() {
        assertEquals("tomorrow", due("2026-11-24T23:30:00Z"), "00:30 in Stockholm");
        assertEquals("15 h 56", at("UTC").due(Instant.parse("2026-11-24T23:30:00Z")));
    }

    @Test
    void nearIsNearOverMidnightToo() {
        RelativeTime late =
                new RelativeTime(Clock.fixed(Instant.parse("2026-11-24T22:00:00Z"), ZoneId.of("Europe/Stockholm")));
        assertEquals("2 h 30", late.due(Instant.parse("2026-11-25T00:30:00Z")));
    }

    @Test
    void whatIsOverSaysByHowMuch() {
        assertEquals("1 min over", due("2026-11-24T07:33:50Z"));
        assertEquals("50 min over", due("2026-11-24T06:44:00Z"));
        assertEquals("3 h over", due("2026-11-24T04:30:00Z"));
        assertEquals("1 day over", due("2026-11-23T07:00:00Z"));
        assertEquals("9 days over", due("2026-11-15T07:00:00Z"));
    }

    @Test
    void howLongAgo() {
        assertEquals("just now", ago("2026-11-24T07:33:30Z"));
        assertEquals("3 min ago", ago("2026-11-24T07:31:00Z"));
        assertEquals("2 h ago", ago("2026-11-24T05:00:00Z"));
        assertEquals("yesterday", ago("2026-11-23T12:00:00Z"));
        assertEquals("Sat", ago("2026-11-21T12:00:00Z"));
        assertEquals("1 Nov", ago("2026-11-01T12:00:00Z"));
        assertEquals("30 Nov 2025", ago("2025-11-30T12:00:00Z"));
    }

    @Test
    void aClockThatRunsAheadOfTheServersIsNotInTheFuture() {
        assertEquals("just now", ago("2026-11-24T07:35:00Z"));
    }

    @Test
    void momentsOfAConversation() {
        assertEquals("07:58", moment("2026-11-24T06:58:00Z"));
        assertEquals("yesterday 07:58", moment("2026-11-23T06:58:00Z"));
        assertEquals("Sun 07:58", moment("2026-11-22T06:58:00Z"));
        assertEquals("12 Nov 07:58", moment("2026-11-12T06:58:00Z"));
    }

    @Test
    void datesAndLengths() {
        assertEquals("today", times.date(LocalDate.of(2026, 11, 24)));
        assertEquals("14 Dec", times.date(LocalDate.of(2026, 12, 14)));
        assertEquals("14 Jan 2027", times.date(LocalDate.of(2027, 1, 14)));
        assertEquals("24 min", RelativeTime.minutes(24));
        assertEquals("1 h", RelativeTime.minutes(60));
        assertEquals("1 h 30", RelativeTime.minutes(90));
        assertEquals("47 h", RelativeTime.span(Duration.ofHours(47)));
        assertEquals("97 days", RelativeTime.span(Duration.ofHours(97 * 24 + 3)));
        assertEquals("Tuesday 24 November 2026, 08:34", times.exact(NOW));
    }

    private static RelativeTime at(String zone) {
        return new RelativeTime(Clock.fixed(NOW, ZoneId.of(zone)));
    }

    private String due(String instant) {
        return times.due(Instant.parse(instant));
    }

    private String ago(String instant) {
        return times.ago(Instant.parse(instant));
    }

    private String moment(String instant) {
        return times.moment(Instant.parse(instant));
    }
}
