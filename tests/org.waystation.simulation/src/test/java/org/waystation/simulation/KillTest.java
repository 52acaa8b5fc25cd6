package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.LocalStore;
import org.waystation.store.blob.Uploads;

/**
 * A real process is killed without warning in the middle of edits, attachments, pages, snapshots and migrations; the next
 * one finds all of it.
 */
class KillTest {

    /** More where one asks for more: -Dwaystation.kills=1000. */
    private static final int KILLS = Integer.getInteger("waystation.kills", 50);

    /** One in so many is in the middle of a migration. */
    private static final int MIGRATIONS = KILLS / 5;

    /** What the process is killed in the middle of, in turn. */
    private static final List<String> POINTS = List.of("edit", "attachment", "page", "self-check", "resync");

    /** Those that are not over before a kill can come. */
    private static final List<String> LONG_POINTS = List.of("edit", "attachment", "resync");

    /** Later than what most of these take, so that a kill may come between two of them as well. */
    private static final int NANOS_MORE = 12_000_000;

    /** A store of each format as its own program wrote it. */
    private static final Path FORMATS =
            Path.of("../org.waystation.store.tests/src/org/waystation/store/internal/formats");

    private static final int LAST_OLD_FORMAT = 9;

    /** Until a process that was killed is usable again. */
    private static final Duration USABLE_WITHIN = Duration.ofSeconds(3);

    /** On a machine that is busy with other things even the usual start takes long. */
    private static final long MOST_TIMES_THE_MEDIAN = 4;

    @TempDir
    Path folder;

    private final KillReport report = new KillReport("at work");
    private final Set<Long> saved = new TreeSet<>();
    private final Set<Long> settling = new HashSet<>();

    /** What the process said that it begins. */
    private String during = "";

    /** The last attached file, which alone is kept; 0 before the first. */
    private long attached;

    private long sequence;
    private long operations;

    @Test
    void nothingThatWasSaidToBeSavedIsLost() throws Exception {
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < KILLS - MIGRATIONS; i++) {
            kill(POINTS.get(i % POINTS.size()), chance.nextInt(1, 4), chance.nextInt(NANOS_MORE));
            try (LocalStore store = LocalStore.open(folder.resolve("store"), KilledWork.KEY)) {
                List<UUID> waits = store.outbox().pending().stream()
                        .map(pending -> pending.operation().id())
                        .toList();
                verify(store, waits);
                verifyFiles(store);
            }
        }
        report.publish();
        long limit = Math.max(USABLE_WITHIN.toMillis(), MOST_TIMES_THE_MEDIAN * report.median());
        assertTrue(report.worst() < limit, () -> "usable only after " + report.worst() + " ms");
        for (String point : LONG_POINTS) {
            assertTrue(report.kills(point) > 0, () -> "no kill in the middle of " + point);
        }
        assertTrue(attached > 0, "no file was attached");
        assertTrue(saved.size() > KILLS, () -> "only " + saved.size() + " edits were made");
    }

    @Test
    void aStoreThatIsBroughtForwardIsWholeWheneverTheProcessEnds() throws Exception {
        SplittableRandom chance = new SplittableRandom(6);
        KillReport brought = new KillReport("brought forward");
        for (int i = 0; i < MIGRATIONS; i++) {
            Path store = Files.createDirectories(folder.resolve("old-" + i));
            Files.copy(FORMATS.resolve("format-" + (1 + i % LAST_OLD_FORMAT) + ".db"), store.resolve("store.db"));
            Process process = start(store.toString());
            try (BufferedReader said = process.inputReader()) {
                assertEquals("opening", said.readLine());
                LockSupport.parkNanos(chance.nextLong(400_000_000L));
                process.toHandle().destroyForcibly();
                brought.killed(said.readLine() == null ? "migration" : "the work after it");
            }
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            long began = System.nanoTime();
            try (LocalStore opened = LocalStore.open(store, KilledWork.FORMATS_KEY)) {
                assertEquals(2, opened.outbox().pending().size(), "the unsent work is there");
                brought.usableAfter((System.nanoTime() - began) / 1_000_000);
                assertTrue(brought.worst() < USABLE_WITHIN.toMillis(), "usable too late");
                assertEquals(
                        "cursor-1", opened.replica().position().orElseThrow().cursor());
            }
        }
        brought.publish();
        assertTrue(brought.kills("migration") > 0, "no kill came before the store was forward");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWork.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills a little after it has begun something so many times, so that the kill comes at any point of it. */
    private void kill(String point, int times, int nanosMore) throws IOException, InterruptedException {
        Process process = start(folder.resolve("store").toString(), Long.toString(sequence), Long.toString(operations));
        try (BufferedReader said = process.inputReader()) {
            assertEquals("opening", said.readLine());
            String line = said.readLine();
            assertTrue(line != null && line.startsWith("usable "), "the process did not open its store");
            long usable = Long.parseLong(line.substring("usable ".length()));
            if (!during.isEmpty()) { // the first start finds nothing that a kill has left
                report.usableAfter(usable);
            }
            assertEquals("ready", said.readLine(), "the process did not begin its work");
            for (int left = times; left > 0 && line != null; left -= point.equals(line) ? 1 : 0) {
                line = said.readLine();
                if (line != null) {
                    hear(line);
                }
            }
            LockSupport.parkNanos(nanosMore);
            process.toHandle().destroyForcibly(); // SIGKILL; through the process itself its last words would be lost
            for (line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
            }
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        report.killed(during);
    }

    private void hear(String line) {
        String[] words = line.split(" ");
        if (words.length == 2) {
            long number = Long.parseLong(words[1]);
            switch (words[0]) {
                case "saved" -> saved.add(number);
                case "attached" -> attached = number;
                default -> settling.add(number);
            }
        } else {
            during = line;
        }
    }

    /** What waits for the server is whole, to the last byte; of the last file at least that was said to be attached. */
    private void verifyFiles(LocalStore store) throws IOException {
        long newest = 0;
        for (Uploads.Upload upload : store.uploads().waiting()) {
            long number = upload.operationId().getLeastSignificantBits() & Long.MAX_VALUE;
            newest = Math.max(newest, number);
            try (InputStream content =
                    store.blobs().open(upload.blob(), 0).orElseThrow(() -> new AssertionError("file " + number))) {
                assertArrayEquals(KilledWork.content(number), content.readAllBytes());
            }
        }
        assertTrue(newest >= attached, "file " + attached + " is lost");
        operations = Math.max(operations, newest + 1);
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
