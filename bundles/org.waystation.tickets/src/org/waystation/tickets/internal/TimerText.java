package org.waystation.tickets.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counted time as it is written down: a line for each ticket. */
final class TimerText {

    private static final int PARTS = 5;

    private TimerText() {}

    /**
     * One ticket's.
     *
     * @param elapsed when it was written
     * @param writtenAt by the wall clock
     */
    record Entry(UUID ticketId, Duration elapsed, boolean running, Instant startedAt, Instant writtenAt) {}

    static String write(List<Entry> entries) {
        return entries.stream()
                .map(entry -> String.join(
                        " ",
                        entry.ticketId().toString(),
                        Long.toString(entry.elapsed().toMillis()),
                        entry.running() ? "running" : "paused",
                        Long.toString(entry.startedAt().toEpochMilli()),
                        Long.toString(entry.writtenAt().toEpochMilli())))
                .collect(Collectors.joining("\n"));
    }

    /** What another version wrote and this one cannot read is left out. */
    static List<Entry> read(String written) {
        List<Entry> entries = new ArrayList<>();
        for (String line : written.split("\n")) {
            String[] parts = line.split(" ");
            if (parts.length == PARTS && parts[0].matches("[0-9a-f-]{36}") && numbers(parts[1], parts[3], parts[4])) {
                entries.add(new Entry(
                        UUID.fromString(parts[0]),
                        Duration.ofMillis(Long.parseLong(parts[1])),
                        "running".equals(parts[2]),
                        Instant.ofEpochMilli(Long.parseLong(parts[3])),
                        Instant.ofEpochMilli(Long.parseLong(parts[4]))));
            }
        }
        return entries;
    }

    private static boolean numbers(String... texts) {
        for (String text : texts) {
            if (!text.matches("\\d{1,15}")) {
                return false;
            }
        }
        return true;
    }
}
