package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class EpochTest extends EngineTest {

    @BeforeEach
    void connect() {
        workstation.connect(server);
    }

    @Test
    void anotherHistoryIsFetchedAnewAndTheOutboxStays() throws StoreException {
        server.fails(Cause.UNREACHABLE);
        workstation.commit(subjectTo("Printer is jammed"), note(60, "written before the restore"));
        server.restoreAs("two");
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("priority", "p1"));
        server.works();
        workstation.advance(Duration.ofSeconds(2));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(2, server.count(Call.SNAPSHOT));
        assertEquals("two", workstation.store.replica().position().orElseThrow().epoch());
        assertEquals("Printer is jammed", serverField("subject"));
        assertEquals("p1", localField("priority"));
        assertTrue(
                server.find(new RecordRef(EntityKind.NOTE, Workstation.id(60))).isPresent());
    }

    @Test
    void aHistoryThatChangesWhileConnectedIsNoticed() {
        server.restoreAs("two");
        workstation.advance(SyncEngine.POLL);

        assertEquals(2, server.count(Call.SNAPSHOT));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void whatIsGoneInTheNewHistoryIsGoneHere() throws StoreException {
        RecordRef gone = new RecordRef(EntityKind.ASSET, Workstation.id(70));
        server.put(gone.kind(), gone.id(), Map.of("name", "pc"));
        workstation.advance(SyncEngine.POLL);
        assertTrue(workstation.store.records().find(gone).isPresent());

        server.remove(gone);
        server.restoreAs("two");
        workstation.advance(SyncEngine.POLL);

        assertTrue(workstation.store.records().find(gone).isEmpty());
    }

    @Test
    void aSnapshotBesideThatIsCutLeavesTheOldRows() throws StoreException {
        server.put(EntityKind.ASSET, Workstation.id(70), Map.of("name", "pc"));
        server.restoreAs("two");
        server.snapshotCutAfter = 1;
        workstation.advance(SyncEngine.POLL);

        assertEquals(State.OFFLINE, workstation.state());
        assertEquals("Printer", localField("subject"));
        assertEquals("one", workstation.store.replica().position().orElseThrow().epoch());

        server.snapshotCutAfter = Integer.MAX_VALUE;
        workstation.advance(Duration.ofSeconds(2));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void aCursorThatIsAlwaysTooOldDoesNotSpin() {
        server.fails(Call.CHANGES, Cause.CURSOR_EXPIRED);
        workstation.advance(SyncEngine.POLL);

        assertEquals(2, server.count(Call.SNAPSHOT));
        assertEquals(State.OFFLINE, workstation.state());
    }
}
