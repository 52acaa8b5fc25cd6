package org.waystation.shell.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as a person says them. Every answer is short; {@link #exact} is for the hover. */
public final class RelativeTime {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

    /** Within this time what is due is counted in hours, even over midnight. */
    private static final Duration NEAR = Duration.ofHours(6);

    private final Clock clock;

    /** @param clock says what time it is, and in which zone */
    public RelativeTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** When something is due: "42 min left", "2 h 10", "tomorrow", "Fri", "30 Nov", or "3 h over". */
    public String due(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        if (left.isNegative()) {
            return over(left.negated());
        }
        if (left.toMinutes() < 60) {
            return Math.max(1, left.toMinutes()) + " min left";
        }
        long days = days(due);
        if (days == 0 || left.compareTo(NEAR) < 0) {
            return left.toHours() + " h " + left.toMinutesPart();
        }
        return days == 1 ? "tomorrow" : day(due, days);
    }

    /** How long ago: "just now", "3 min ago", "2 h ago", "yesterday", "Mon", "30 Nov". */
    public String ago(Instant past) {
        Duration since = Duration.between(past, clock.instant());
        if (since.toMinutes() < 1) {
            return "just now";
        }
        if (since.toMinutes() < 60) {
            return since.toMinutes() + " min ago";
        }
        long days = -days(past);
        if (days == 0 || since.compareTo(NEAR) < 0) {
            return since.toHours() + " h ago";
        }
        return days == 1 ? "yesterday" : day(past, days);
    }

    /** A moment in a conversation: "06:58", "yesterday 06:58", "Mon 06:58", "12 Nov 06:58". */
    public String moment(Instant past) {
        long days = -days(past);
        String hour = zoned(past).format(HOUR);
        if (days == 0) {
            return hour;
        }
        return (days == 1 ? "yesterday" : day(past, Math.abs(days))) + ' ' + hour;
    }

    /** A moment to come: "08:00", "tomorrow 08:00", "Mon 08:00", "12 Dec 08:00". */
    public String opens(Instant coming) {
        long days = days(coming);
        String hour = zoned(coming).format(HOUR);
        if (days == 0) {
            return hour;
        }
        return (days == 1 ? "tomorrow" : day(coming, days)) + ' ' + hour;
    }

    /** A date: "today", "tomorrow", "14 Jan", "14 Jan 2028". */
    public String date(LocalDate date) {
        long days = ChronoUnit.DAYS.between(today(), date);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        return date.format(date.getYear() == today().getYear() ? DAY : DAY_OF_YEAR);
    }

    /** All of it: "Monday 23 November 2026, 06:58". */
    public String exact(Instant time) {
        return zoned(time).format(EXACT);
    }

    /** A length of time: "24 min", "1 h", "1 h 30". */
    public static String minutes(long minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        long rest = minutes % 60;
        return minutes / 60 + " h" + (rest == 0 ? "" : " " + rest);
    }

    /** How long something took: as {@link #minutes} within two days, then "97 days". */
    public static String span(Duration span) {
        return span.toHours() < 48 ? minutes(Math.max(0, span.toMinutes())) : span.toDays() + " days";
    }

    private static String over(Duration over) {
        if (over.toMinutes() < 60) {
            return Math.max(1, over.toMinutes()) + " min over";
        }
        if (over.toHours() < 24) {
            return over.toHours() + " h over";
        }
        return over.toDays() == 1 ? "1 day over" : over.toDays() + " days over";
    }

    /** A weekday within the week, else the date, with its year where that is another. */
    private String day(Instant time, long days) {
        ZonedDateTime zoned = zoned(time);
        if (days < 7) {
            return zoned.format(WEEKDAY);
        }
        return zoned.format(zoned.getYear() == today().getYear() ? DAY : DAY_OF_YEAR);
    }

    private long days(Instant time) {
        return ChronoUnit.DAYS.between(today(), zoned(time).toLocalDate());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ZonedDateTime zoned(Instant time) {
        return time.atZone(clock.getZone());
    }
}
