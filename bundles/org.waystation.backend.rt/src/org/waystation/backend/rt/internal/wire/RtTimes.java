package org.waystation.backend.rt.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Points in time as Request Tracker writes and reads them; one that is not set is the beginning of 1970. */
public final class RtTimes {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** What is meant by a text of an answer; empty where nothing is set. */
    public static Optional<Instant> read(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text)).filter(time -> time.getEpochSecond() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For a request, to the second, in UTC. */
    public static String write(Instant time) {
        return WRITTEN.format(time);
    }

    private RtTimes() {}
}
