package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.LocalStore;

/** A real process is killed without warning in the middle of edits, pages and snapshots; the next one finds all of it. */
class KillTest {

    /** More where one asks for more: -Dwaystation.kills=1000. */
    private static final int KILLS = Integer.getInteger("waystation.kills", 50);

    /** Until a process that was killed is usable again. */
    private static final Duration USABLE_WITHIN = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final List<Long> usableAfter = new ArrayList<>();
    private final Set<Long> saved = new TreeSet<>();
    private final Set<Long> settling = new HashSet<>();
    private long sequence;
    private long operations;

    @Test
    void nothingThatWasSaidToBeSavedIsLost(TestReporter reporter) throws Exception {
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < KILLS; i++) {
            kill(chance.nextInt(1, 60), chance.nextInt(8_000_000));
            try (LocalStore store = LocalStore.open(folder.resolve("store"), KilledWork.KEY)) {
                List<UUID> waits = store.outbox().pending().stream()
                        .map(pending -> pending.operation().id())
                        .toList();
                verify(store, waits);
            }
        }
        // The first start makes the store; each later one finds what a kill has left.
        List<Long> restarts = usableAfter.subList(1, usableAfter.size());
        long slowest = Collections.max(restarts);
        reporter.publishEntry(Map.of(
                "kills", Integer.toString(KILLS),
                "slowest ms", Long.toString(slowest),
                "median ms",
                        restarts.stream()
                                .sorted()
                                .toList()
                                .get(restarts.size() / 2)
                                .toString()));
        assertTrue(slowest < USABLE_WITHIN.toMillis(), () -> "usable only after " + slowest + " ms");
        assertTrue(saved.size() > KILLS, () -> "only " + saved.size() + " edits were made");
    }

    /** Kills after so many words of it and a little more, so that the kill comes at any point of the work. */
    private void kill(int words, int nanosMore) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWork.class.getName(),
                        folder.resolve("store").toString(),
                        Long.toString(sequence),
                        Long.toString(operations))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            assertTrue(line != null && line.startsWith("usable "), "the process did not open its store");
            usableAfter.add(Long.parseLong(line.substring("usable ".length())));
            assertEquals("ready", said.readLine(), "the process did not begin its work");
            for (int i = 0; i < words && line != null; i++) {
                line = said.readLine();
                hear(String.valueOf(line));
            }
            LockSupport.parkNanos(nanosMore);
            process.toHandle().destroyForcibly(); // SIGKILL; through the process itself its last words would be lost
            for (line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
            }
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    }

    private void hear(String line) {
        String[] words = line.split(" ");
        if (words.length == 2) {
            long number = Long.parseLong(words[1]);
            (words[0].equals("saved") ? saved : settling).add(number);
        }
    }

    private void verify(LocalStore store, List<UUID> waits) throws Exception {
        Set<UUID> waiting = new HashSet<>(waits);
        for (long number : saved) {
            boolean here = waiting.contains(KilledWork.id(2, number));
            assertTrue(here || settling.contains(number), () -> "edit " + number + " is lost");
            RecordRef note = new RecordRef(EntityKind.NOTE, KilledWork.id(3, number));
            assertTrue(!here || store.records().find(note).isPresent(), () -> "note " + number + " is not shown");
        }
        operations = Math.max(
                operations, saved.stream().mapToLong(Long::longValue).max().orElse(0) + 1);
        long cursor = Long.parseLong(store.replica().position().orElseThrow().cursor());
        List<EntityRecord> rows = store.records().all(EntityKind.TICKET);
        assertEquals(KilledWork.ROWS, rows.size());
        // The cursor and the rows it covers are saved together: no row is newer, and one is exactly as new.
        Set<Long> sequences = rows.stream().map(EntityRecord::sequence).collect(Collectors.toSet());
        assertEquals(cursor, sequences.stream().mapToLong(Long::longValue).max().orElse(-1));
        for (EntityRecord row : rows) {
            assertEquals("at " + row.sequence(), row.fields().text("subject"));
        }
        sequence = cursor + 1_000;
    }
}
