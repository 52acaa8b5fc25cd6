package org.waystation.api.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts time as an agreement does: only while its hours are open. The server sets due times by it and screens show
 * what is left by it, so that both say the same. Days of 23 or 25 hours count as long as they really were.
 */
public final class ServiceClock {

    /** A level that is open too rarely to ever fill a target; without an end the search would not end either. */
    private static final int MAX_DAYS = 3_660;

    private final ServiceLevel level;

    public ServiceClock(ServiceLevel level) {
        this.level = level;
    }

    /** A stretch in which the clock runs. */
    private record Span(Instant from, Instant to) {}

    /**
     * The moment at which so much of the clock's time has passed since a start.
     *
     * @return the start itself for no time; {@code start} plus the plain time where the hours are (almost) never open
     */
    public Instant after(Instant start, Duration time) {
        if (level.hours().isEmpty() || !time.isPositive()) {
            return start.plus(time);
        }
        Duration left = time;
        LocalDate day = start.atZone(level.timeZone()).toLocalDate();
        for (int i = 0; i < MAX_DAYS; i++) {
            for (Span span : spans(day.plusDays(i))) {
                Instant from = span.from().isBefore(start) ? start : span.from();
                Duration open = Duration.between(from, span.to());
                if (!open.isPositive()) {
                    continue;
                }
                if (left.compareTo(open) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
            }
        }
        return start.plus(time);
    }

    /** How much of the clock's time lies between two moments; negative where {@code to} is the earlier one. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        if (level.hours().isEmpty()) {
            return Duration.between(from, to);
        }
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(level.timeZone()).toLocalDate();
        LocalDate day = from.atZone(level.timeZone()).toLocalDate();
        for (int i = 0; i < MAX_DAYS && !day.isAfter(last); i++) {
            for (Span span : spans(day)) {
                Instant start = span.from().isBefore(from) ? from : span.from();
                Instant end = span.to().isAfter(to) ? to : span.to();
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
            day = day.plusDays(1);
        }
        return sum;
    }

    /** Whether the clock runs at a moment. */
    public boolean runsAt(Instant moment) {
        return level.hours().isEmpty()
                || spans(moment.atZone(level.timeZone()).toLocalDate()).stream()
                        .anyMatch(span -> !moment.isBefore(span.from()) && moment.isBefore(span.to()));
    }

    /** When it runs on a day, in order and without overlaps. */
    private List<Span> spans(LocalDate day) {
        List<Span> spans = new ArrayList<>();
        if (level.holidays().contains(day)) {
            return spans;
        }
        ZoneId zone = level.timeZone();
        for (OpenHours hours : level.hours()) {
            if (hours.days().contains(day.getDayOfWeek())) {
                ZonedDateTime from = day.atTime(hours.from()).atZone(zone);
                ZonedDateTime to = hours.to().equals(LocalTime.MIDNIGHT)
                        ? day.plusDays(1).atStartOfDay(zone)
                        : day.atTime(hours.to()).atZone(zone);
                if (from.isBefore(to)) {
                    spans.add(new Span(from.toInstant(), to.toInstant()));
                }
            }
        }
        spans.sort(Comparator.comparing(Span::from));
        return joined(spans);
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && !span.from().isAfter(joined.getLast().to())) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), last.to().isAfter(span.to()) ? last.to() : span.to()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
