package org.waystation.tickets.ui.internal.timer;

import java.time.Duration;
import java.util.Locale;

/** Counted time as it is shown. */
public final class Clocked {

    private Clocked() {}

    /** While it counts: "00:24:10". */
    public static String seconds(Duration elapsed) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }

    /** As it is booked: "0:24". */
    public static String minutes(long minutes) {
        return String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    }
}
