package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class ConflictTest extends EngineTest {

    @BeforeEach
    void connect() {
        workstation.connect(server);
    }

    @Test
    void differentFieldsMergeInTheSameCycle() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("priority", "p1"));
        workstation.commit(subjectTo("Printer is jammed"));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(2, server.count(Call.PUSH));
        assertEquals("Printer is jammed", serverField("subject"));
        assertEquals("p1", serverField("priority"));
        assertEquals("p1", localField("priority"));
        assertEquals(0, workstation.sync.status().parked());
    }

    @Test
    void theSameValueIsNoConflict() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer is jammed"));
        workstation.commit(subjectTo("Printer is jammed"));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(1, server.count(Call.PUSH));
        assertEquals(2, server.find(Workstation.TICKET_REF).orElseThrow().version());
        assertTrue(workstation.pending().isEmpty());
    }

    @Test
    void theSameFieldParksAndNamesBothSides() throws StoreException {
        Operation mine = clash();

        Problem problem = workstation.pending().getFirst().parked().orElseThrow();
        assertEquals("conflict", problem.code());
        assertEquals("subject", problem.errors().getFirst().field());
        assertEquals(mine.id(), workstation.pending().getFirst().operation().id());
        assertEquals("Printer is on fire", serverField("subject"), "nothing of theirs was overwritten");
        assertEquals("Printer is jammed", localField("subject"), "nothing of mine was lost");
        assertEquals(1, workstation.notifications.count("sync.parked"));
    }

    @Test
    void othersGoOnBesideAConflict() throws StoreException {
        clash();
        workstation.commit(note(60, "a note beside it"));
        workstation.until("the note is through", () -> workstation.sync.status().waiting() == 0);

        assertEquals(2, server.size());
    }

    @Test
    void keepingMineSendsItOnTopOfTheirs() throws StoreException {
        Operation mine = clash();
        workstation.sync.retry(mine.id());
        workstation.until(
                "it is settled",
                () -> workstation.sync.status().parked() == 0 && workstation.state() == State.UP_TO_DATE);

        assertEquals("Printer is jammed", serverField("subject"));
    }

    @Test
    void takingTheirsDropsMine() throws StoreException {
        Operation mine = clash();
        workstation.sync.discard(mine.id());
        workstation.until("it is settled", () -> workstation.sync.status().parked() == 0);
        workstation.advance(SyncEngine.POLL);

        assertEquals("Printer is on fire", localField("subject"));
        assertEquals("Printer is on fire", serverField("subject"));
    }

    @Test
    void whatDependsOnAMergedOneFollowsInTheSameCycle() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("priority", "p1"));
        Operation mine = subjectTo("Printer is jammed");
        Operation follows = workstation.create(
                EntityKind.NOTE,
                Workstation.id(60),
                Map.of("ticketId", Workstation.TICKET.toString(), "body", "see subject"),
                mine.id());
        workstation.commit(mine, follows);
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertTrue(server.find(follows.ref()).isPresent());
        assertEquals(0, workstation.sync.status().parked());
    }

    @Test
    void severalEditsOfOneRecordDoNotClashWithEachOther() throws StoreException {
        workstation.commit(
                workstation.update(Workstation.TICKET_REF, 1, new FieldChange("status", "new", "in_progress")),
                workstation.update(Workstation.TICKET_REF, 1, new FieldChange("status", "in_progress", "resolved")),
                workstation.update(Workstation.TICKET_REF, 1, new FieldChange("priority", "p3", "p2")));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals("resolved", serverField("status"));
        assertEquals("p2", serverField("priority"));
        assertEquals(0, workstation.sync.status().parked());
    }

    @Test
    void aRecordThatWasDeletedThereIsParkedHere() throws StoreException {
        server.remove(Workstation.TICKET_REF);
        workstation.commit(subjectTo("Printer is jammed"));
        workstation.until("it is parked", () -> workstation.sync.status().parked() == 1);

        assertTrue(
                workstation.pending().getFirst().parked().orElseThrow().title().contains("deleted"));
    }

    @Test
    void aColleagueWhoNeverStopsGetsTheTurnFirst() throws StoreException {
        int[] edits = {0};
        server.verdict = operation -> {
            if (operation.ref().equals(Workstation.TICKET_REF)) {
                server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("priority", "p" + edits[0]++));
            }
            return Optional.empty();
        };
        workstation.commit(subjectTo("Printer is jammed"));
        assertTrue(server.count(Call.PUSH) < 10, "it gives up for a moment and does not spin");
        assertEquals(1, workstation.sync.status().waiting());

        server.verdict = operation -> Optional.empty();
        workstation.advance(Duration.ofSeconds(2));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);
        assertEquals("Printer is jammed", serverField("subject"));
    }

    private Operation clash() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer is on fire"));
        Operation mine = subjectTo("Printer is jammed");
        workstation.commit(mine);
        workstation.until("it is parked", () -> workstation.sync.status().parked() == 1);
        return mine;
    }
}
