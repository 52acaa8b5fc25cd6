package org.waystation.sessions.ui.internal.session;

import java.time.Duration;
import java.util.Locale;

/** Durations and sizes as people read them. */
public final class SessionWords {

    private static final long KIBI = 1024;

    private SessionWords() {}

    /** Such as 4:05 or 1:02:09. */
    public static String clock(Duration time) {
        long seconds = time.toSeconds();
        return seconds >= 3_600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** Whole minutes to book, at least one: a minute begun counts. */
    public static long minutes(Duration time) {
        return Math.max(1, (time.toSeconds() + 59) / 60);
    }

    public static String size(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = 0;
        while (value >= KIBI && unit < 4) {
            value /= KIBI;
            unit++;
        }
        return String.format(
                Locale.ROOT,
                value < 10 ? "%.1f %s" : "%.0f %s",
                value,
                new String[] {"B", "KB", "MB", "GB", "TB"}[unit]);
    }
}
