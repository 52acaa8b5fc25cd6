package org.waystation.backend.msp.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads a Retry-After header, which is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** A server that asks for more is not believed: nobody would understand why nothing happens. */
    static final Duration MOST = Duration.ofMinutes(15);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait; empty where the header makes no sense, never negative. */
    Optional<Duration> parse(String header) {
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(bounded(Duration.between(clock.instant(), until.toInstant())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
