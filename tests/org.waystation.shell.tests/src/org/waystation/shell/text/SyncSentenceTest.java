package org.waystation.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.api.sync.SyncStatus;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.shell.theme.Tone;

class SyncSentenceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static SyncStatus status(State state, int waiting, int parked) {
        return new SyncStatus(
                state, waiting, parked, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SyncSentence sentence(SyncStatus status) {
        return SyncSentence.of(status, NOW, ZoneOffset.UTC);
    }

    @Test
    void allIsWell() {
        assertEquals(new SyncSentence("Up to date", Tone.OK), sentence(status(State.UP_TO_DATE, 0, 0)));
    }

    @Test
    void aFirstSyncCounts() {
        SyncStatus status = new SyncStatus(
                State.SYNCING,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Progress(12_000, 200_000)));
        assertEquals("Syncing 12,000 of 200,000", sentence(status).text());
    }

    @Test
    void offlineSaysSinceWhenAndWhatWaits() {
        SyncStatus today = offline("2026-03-02T07:28:00Z", 3);
        assertEquals(new SyncSentence("Offline since 07:28 · 3 changes waiting", Tone.WARN), sentence(today));
        assertEquals(
                "Offline since 1 Mar 07:28 · 1 change waiting",
                sentence(offline("2026-03-01T07:28:00Z", 1)).text());
    }

    @Test
    void whatNeedsSomebodyIsRed() {
        assertEquals(new SyncSentence("Up to date · 2 need you", Tone.BAD), sentence(status(State.UP_TO_DATE, 0, 2)));
        SyncStatus fault = new SyncStatus(
                State.ATTENTION,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of("The server refused the token"),
                Optional.empty());
        assertEquals(new SyncSentence("The server refused the token", Tone.BAD), sentence(fault));
    }

    private static SyncStatus offline(String since, int waiting) {
        return new SyncStatus(
                State.OFFLINE,
                waiting,
                0,
                Optional.empty(),
                Optional.of(Instant.parse(since)),
                Optional.empty(),
                Optional.empty());
    }
}
