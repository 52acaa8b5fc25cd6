package org.waystation.api.session;

import java.util.List;

/** The output of a session's terminal over time (asciicast v2, docs.asciinema.org/manual/asciicast/v2). */
public record Recording(TerminalSize size, List<Event> events) {

    /** Something that happened. */
    public sealed interface Event {

        /** Milliseconds since the start. */
        long at();
    }

    /** The terminal printed something. */
    public record Output(long at, String text) implements Event {}

    /** The terminal was resized. */
    public record Resized(long at, TerminalSize size) implements Event {}

    public Recording {
        events = List.copyOf(events);
    }

    /** Milliseconds from start to the last event. */
    public long length() {
        return events.isEmpty() ? 0 : events.getLast().at();
    }
}
