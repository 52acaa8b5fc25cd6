package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SyncStatus;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class FirstSyncTest extends EngineTest {

    @Test
    void isNotConnectedWithoutAServer() {
        workstation.runDue();
        assertEquals(State.NOT_CONNECTED, workstation.state());
    }

    @Test
    void fetchesEverythingThenIsUpToDate() throws StoreException {
        workstation.connect(server);

        assertEquals(State.UP_TO_DATE, workstation.state());
        assertEquals("Printer", localField("subject"));
        assertEquals("Robin", workstation.sync.session().orElseThrow().userName());
        assertEquals(Optional.empty(), workstation.sync.status().progress());
        assertEquals(
                Optional.of(workstation.clock.instant()),
                workstation.sync.status().lastContact());
    }

    @Test
    void tellsHowFarItIsAndNeverGoesBack() {
        for (int i = 0; i < 4_500; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        workstation.connect(server);

        List<Long> received = workstation.heard.stream()
                .flatMap(status -> status.progress().stream())
                .map(SyncStatus.Progress::received)
                .toList();
        assertEquals(received.stream().sorted().toList(), received);
        assertTrue(received.containsAll(List.of(2_001L, 4_001L, 4_501L)), received::toString);
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void isUsableAfterTheFirstPart() {
        for (int i = 0; i < 10; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        boolean[] seen = {false};
        server.duringSnapshot = () -> {
            try {
                seen[0] =
                        workstation.store.records().find(Workstation.TICKET_REF).isPresent();
            } catch (StoreException e) {
                throw new AssertionError(e);
            }
        };
        workstation.connect(server);

        assertTrue(seen[0], "the ticket was there while the rest was under way");
    }

    @Test
    void sendsWhatIsChangedHereWhileTheRestArrives() {
        for (int i = 0; i < 5_000; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        server.duringSnapshot = () -> {
            try {
                workstation.store.outbox().commit(List.of(subjectTo("Printer is jammed")));
                workstation.desk.runUntil(
                        "counted", () -> workstation.sync.status().waiting() == 1);
            } catch (StoreException e) {
                throw new AssertionError(e);
            }
        };
        workstation.connect(server);

        assertEquals(1, server.pushed.size());
        assertEquals("Printer is jammed", serverField("subject"));
        workstation.until("all is settled", () -> workstation.state() == State.UP_TO_DATE);
    }

    @Test
    void aCutSnapshotIsFetchedAnewAndTheOutboxStays() throws StoreException {
        server.put(EntityKind.ASSET, Workstation.id(50), Map.of("name", "pc"));
        server.snapshotCutAfter = 1;
        workstation.connect(server);
        assertEquals(State.OFFLINE, workstation.state());
        workstation.commit(note(60, "written while half of it was there"));
        assertEquals(1, workstation.sync.status().waiting());

        server.snapshotCutAfter = Integer.MAX_VALUE;
        workstation.sync.syncNow();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(2, server.count(Call.SNAPSHOT));
        assertEquals(3, server.size());
        assertTrue(workstation.pending().isEmpty());
    }

    @Test
    void goesOnFromWhereItWasAfterARestart() throws Exception {
        workstation.connect(server);
        workstation.close();
        workstation = new Workstation(folder);
        workstation.runDue();
        assertEquals("Robin", workstation.sync.session().orElseThrow().userName(), "known before any contact");

        workstation.connect(server);

        assertEquals(1, server.count(Call.SNAPSHOT));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void tellsEachListenerThePresentStatusFirstAndNothingAfterItsEnd() throws Exception {
        workstation.connect(server);
        List<State> heard = new java.util.ArrayList<>();
        AutoCloseable listening = workstation.sync.listen(Runnable::run, status -> heard.add(status.state()));
        assertEquals(List.of(State.UP_TO_DATE), heard);

        listening.close();
        workstation.sync.disconnect(server);

        assertEquals(List.of(State.UP_TO_DATE), heard);
        assertEquals(State.NOT_CONNECTED, workstation.state());
        assertFalse(workstation.heard.isEmpty());
    }

    @Test
    void anEngineThatWasReplacedSaysNothingMore() {
        FakeServer other = new FakeServer();
        other.fails(BackendException.Cause.UNREACHABLE);
        workstation.connect(other);
        assertEquals(State.OFFLINE, workstation.state());

        workstation.connect(server); // the new one first, as the service registry does it
        workstation.sync.disconnect(other);
        workstation.runDue();

        assertEquals(State.UP_TO_DATE, workstation.state());
    }
}
