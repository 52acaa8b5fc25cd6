package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waystation.api.profile.SealedState;
import org.waystation.api.tickets.WorkTimer.Counted;

class WorkTimerTest {

    private static final UUID BACKUP = new UUID(1, 1);
    private static final UUID PRINTER = new UUID(1, 2);

    private final Disk disk = new Disk();
    private Instant now = Instant.parse("2026-11-24T07:00:00Z");
    private long nanos = 1_000;
    private LocalWorkTimer timer = open();

    @Test
    void oneCountsAtATimeAndTheOtherKeepsWhatItHas() {
        timer.start(BACKUP);
        passes(Duration.ofMinutes(24));
        timer.start(PRINTER);
        passes(Duration.ofMinutes(5));
        assertEquals(
                List.of(PRINTER, BACKUP),
                timer.all().stream().map(Counted::ticketId).toList());
        assertEquals(Duration.ofMinutes(24), timer.of(BACKUP).orElseThrow().elapsed());
        assertEquals(Duration.ofMinutes(5), timer.running().orElseThrow().elapsed());
        timer.pause();
        passes(Duration.ofHours(1));
        assertEquals(Optional.empty(), timer.running());
        timer.start(BACKUP);
        passes(Duration.ofMinutes(1));
        assertEquals(25, timer.of(BACKUP).orElseThrow().minutes());
    }

    @Test
    void aWallClockThatJumpsChangesNothing() {
        timer.start(BACKUP);
        nanos += Duration.ofMinutes(3).toNanos();
        now = now.plus(Duration.ofDays(1));
        assertEquals(3, timer.of(BACKUP).orElseThrow().minutes());
    }

    @Test
    void aCrashCostsNothing() {
        timer.start(PRINTER);
        passes(Duration.ofMinutes(2));
        timer.start(BACKUP);
        passes(Duration.ofMinutes(10));
        disk.crash(); // what is not on the disk by now never comes
        now = now.plus(Duration.ofMinutes(1));
        timer = open();
        Counted goesOn = timer.running().orElseThrow();
        assertEquals(BACKUP, goesOn.ticketId());
        assertEquals(Duration.ofMinutes(11), goesOn.elapsed(), "the minute away counts too");
        assertEquals(2, timer.of(PRINTER).orElseThrow().minutes());
        assertFalse(timer.of(PRINTER).orElseThrow().running());
    }

    @Test
    void afterANightItIsPausedWhereItWas() {
        timer.start(BACKUP);
        passes(Duration.ofMinutes(10));
        timer.close();
        now = now.plus(Duration.ofHours(14));
        timer = open();
        assertEquals(Optional.empty(), timer.running());
        assertEquals(10, timer.of(BACKUP).orElseThrow().minutes());
    }

    @Test
    void whatIsTakenIsGoneAndCountingGoesOn() {
        timer.start(BACKUP);
        passes(Duration.ofMinutes(7));
        assertEquals(7, timer.take(BACKUP).orElseThrow().minutes());
        assertEquals(Duration.ZERO, timer.of(BACKUP).orElseThrow().elapsed());
        assertTrue(timer.of(BACKUP).orElseThrow().running());
        timer.pause();
        timer.take(BACKUP);
        assertEquals(Optional.empty(), timer.of(BACKUP));
        assertEquals(Map.of(), disk.values);
    }

    @Test
    void listenersHearOfEachChange() throws Exception {
        int[] heard = new int[1];
        AutoCloseable listening = timer.listen(() -> heard[0]++);
        timer.start(BACKUP);
        timer.pause();
        timer.discard(BACKUP);
        listening.close();
        timer.start(BACKUP);
        assertEquals(3, heard[0]);
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        disk.values.put(LocalWorkTimer.KEY, "nonsense\n" + BACKUP + " 60000 paused 1 2\n" + PRINTER + " x paused 1 2");
        timer = open();
        assertEquals(
                List.of(BACKUP), timer.all().stream().map(Counted::ticketId).toList());
    }

    private LocalWorkTimer open() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new LocalWorkTimer(disk, clock, () -> nanos);
    }

    private void passes(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
        timer.beat();
    }

    /** What is sealed, and what of it survives a crash. */
    private static final class Disk implements SealedState {

        private Map<String, String> values = new HashMap<>();

        void crash() {
            values = new HashMap<>(values);
        }

        @Override
        public CompletionStage<Optional<String>> get(String key) {
            return CompletableFuture.completedStage(Optional.ofNullable(values.get(key)));
        }

        @Override
        public CompletionStage<Void> put(String key, String value) {
            values.put(key, value);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> remove(String key) {
            values.remove(key);
            return CompletableFuture.completedStage(null);
        }
    }
}
