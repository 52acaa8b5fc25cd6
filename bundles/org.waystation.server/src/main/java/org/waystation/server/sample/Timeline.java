package org.waystation.server.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** When tickets come: all year, most of them while offices are open. */
final class Timeline {

    private static final int HOURS = 365 * 24;
    private static final int OPEN = 20;
    private static final int CLOSED = 2;

    private final Instant start;
    private final Instant end;
    /** Tickets expected until the end of each hour, in parts of all. */
    private final double[] until = new double[HOURS];

    Timeline(Instant end) {
        this.end = end;
        this.start = end.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += weight(start.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC));
            until[hour] = sum;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            until[hour] /= sum;
        }
    }

    private static int weight(OffsetDateTime time) {
        boolean weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && time.getHour() >= 7 && time.getHour() < 18 ? OPEN : CLOSED;
    }

    /**
     * The moment by which this part of all tickets has come; later for larger parts.
     *
     * @param part from 0 to 1
     */
    Instant at(double part) {
        int hour = Arrays.binarySearch(until, part);
        hour = Math.min(HOURS - 1, hour < 0 ? -hour - 1 : hour);
        double before = hour == 0 ? 0 : until[hour - 1];
        double within = (part - before) / (until[hour] - before);
        Instant at = start.plus(Duration.ofHours(hour)).plusMillis((long) (within * 3_600_000));
        return at.isBefore(end) ? at : end.minusSeconds(60);
    }
}
