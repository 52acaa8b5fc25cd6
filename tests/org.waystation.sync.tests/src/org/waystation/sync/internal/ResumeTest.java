package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SyncStatus;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

/** A first sync that is cut off, killed or paused goes on where it was. */
class ResumeTest extends EngineTest {

    private static final int ASSETS = 9_000;

    @BeforeEach
    void much() {
        for (int i = 0; i < ASSETS; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        server.markEvery = 3_000;
    }

    private static RecordRef asset(int number) {
        return new RecordRef(EntityKind.ASSET, Workstation.id(10_000 + number));
    }

    private int assets() throws StoreException {
        return workstation.store.replica().stamps(EntityKind.ASSET).size();
    }

    @Test
    void aStreamThatBreaksGoesOnBehindItsLastMark() throws StoreException {
        server.snapshotCutAfter = 7_500;
        workstation.connect(server);
        assertEquals(State.OFFLINE, workstation.state());

        server.snapshotCutAfter = Integer.MAX_VALUE;
        workstation.sync.syncNow();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(Optional.of("6000"), server.snapshots.getLast().after().map(mark -> mark.split("@")[0]));
        assertEquals(ASSETS, assets());
        assertTrue(workstation.store.replica().unfinished().isEmpty());
    }

    @Test
    void whatChangesWhileItIsCutOffIsNotMissed() throws Exception {
        server.snapshotCutAfter = 7_500;
        workstation.connect(server);
        server.put(EntityKind.ASSET, asset(10).id(), Map.of("name", "renamed"));
        server.remove(asset(11));
        server.put(EntityKind.ASSET, Workstation.id(90_000), Map.of("name", "new"));
        restart();
        server.snapshotCutAfter = Integer.MAX_VALUE;

        workstation.connect(server);
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(Optional.of("6000"), server.snapshots.getLast().after().map(mark -> mark.split("@")[0]));
        assertEquals("renamed", workstation.record(asset(10)).data().get("name"));
        assertFalse(workstation.store.records().find(asset(11)).isPresent());
        assertEquals(ASSETS, assets());
    }

    private void restart() throws Exception {
        workstation.close();
        workstation = new Workstation(folder);
        workstation.runDue();
    }

    @Test
    void aSnapshotBesideAnOlderCopyGoesOnToo() throws Exception {
        workstation.connect(server);
        server.restoreAs("two");
        server.remove(asset(0));
        server.snapshotCutAfter = 7_500;
        workstation.sync.syncNow();
        workstation.until("it is cut off", () -> workstation.state() == State.OFFLINE);
        assertTrue(workstation.store.records().find(asset(0)).isPresent(), "the old rows stay readable");
        restart();
        server.snapshotCutAfter = Integer.MAX_VALUE;

        workstation.connect(server);
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertTrue(server.snapshots.getLast().after().isPresent());
        assertFalse(workstation.store.records().find(asset(0)).isPresent());
        assertEquals(ASSETS - 1, assets());
    }

    @Test
    void aMarkThatTheServerDoesNotKnowAnyMoreBeginsAnew() throws StoreException {
        server.snapshotCutAfter = 7_500;
        workstation.connect(server);
        server.snapshotCutAfter = Integer.MAX_VALUE;
        server.failsOnce(Call.SNAPSHOT, new BackendException(BackendException.Cause.CURSOR_EXPIRED, "too old"));

        workstation.sync.syncNow();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(Optional.empty(), server.snapshots.getLast().after());
        assertEquals(ASSETS, assets());
    }

    @Test
    void pauseStopsInTheMiddleAndGoesOnBehindTheMark() throws StoreException {
        workstation.sync.listen(Runnable::run, status -> {
            if (status.progress().map(SyncStatus.Progress::received).orElse(0L) >= 6_000) {
                workstation.sync.pause();
            }
        });
        workstation.connect(server);
        assertTrue(workstation.sync.status().paused());
        assertTrue(assets() >= 4_900 && assets() < ASSETS, "it stopped in the middle");
        int before = server.count(Call.SNAPSHOT);
        workstation.commit(note(60, "written while it rests"));
        workstation.advance(java.time.Duration.ofHours(1));
        assertEquals(before, server.count(Call.SNAPSHOT));
        assertEquals(0, server.count(Call.PUSH));
    }

    @Test
    void resumingGoesOnWhereItWas() throws StoreException {
        AutoCloseable[] pausing = new AutoCloseable[1];
        boolean[] once = {false};
        pausing[0] = workstation.sync.listen(Runnable::run, status -> {
            if (!once[0] && status.progress().map(SyncStatus.Progress::received).orElse(0L) >= 6_000) {
                once[0] = true;
                workstation.sync.pause();
            }
        });
        workstation.connect(server);
        assertTrue(workstation.sync.status().paused());

        workstation.sync.resume();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertFalse(workstation.sync.status().paused());
        assertTrue(server.snapshots.getLast().after().isPresent());
        assertEquals(ASSETS, assets());
    }

    @Test
    void progressGoesOnFromWhereItWas() {
        server.snapshotCutAfter = 7_500;
        workstation.connect(server);
        server.snapshotCutAfter = Integer.MAX_VALUE;
        int heard = workstation.heard.size();
        workstation.sync.syncNow();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        long least = workstation.heard.subList(heard, workstation.heard.size()).stream()
                .flatMap(status -> status.progress().stream())
                .mapToLong(SyncStatus.Progress::received)
                .min()
                .orElseThrow();
        assertTrue(least >= 6_000, () -> "it went back to " + least);
    }
}
