package org.waystation.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Days of one month throughout which the same agreements were in force.
 *
 * @param to the day after the last
 */
record Span(LocalDate from, LocalDate to) {

    YearMonth month() {
        return YearMonth.from(from);
    }

    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }

    /**
     * The spans of some months.
     *
     * @param cuts days on which an agreement begins, or is over for the first time
     */
    static List<Span> of(YearMonth first, YearMonth last, List<LocalDate> cuts) {
        LocalDate begin = first.atDay(1);
        LocalDate end = last.plusMonths(1).atDay(1);
        SortedSet<LocalDate> days = new TreeSet<>();
        for (YearMonth month = first; !month.isAfter(last.plusMonths(1)); month = month.plusMonths(1)) {
            days.add(month.atDay(1));
        }
        cuts.stream().filter(day -> day.isAfter(begin) && day.isBefore(end)).forEach(days::add);
        List<LocalDate> bounds = new ArrayList<>(days);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            spans.add(new Span(bounds.get(i), bounds.get(i + 1)));
        }
        return spans;
    }
}
