package org.waystation.tickets.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Tone;

/** When a ticket has to be solved, in words and in the tone of its urgency. */
public record DueTime(String words, Tone tone) {

    private static final Duration SOON = Duration.ofHours(1);

    public static DueTime of(Optional<Instant> due, boolean paused, boolean open, RelativeTime times) {
        if (!open) {
            return new DueTime("done", Tone.DIM);
        }
        if (paused) {
            return new DueTime("paused", Tone.DIM);
        }
        if (due.isEmpty()) {
            return new DueTime("", Tone.DIM);
        }
        Duration left = Duration.between(times.now(), due.get());
        Tone tone = left.isNegative() ? Tone.BAD : left.compareTo(SOON) < 0 ? Tone.WARN : Tone.DIM;
        return new DueTime(times.due(due.get()), tone);
    }
}
