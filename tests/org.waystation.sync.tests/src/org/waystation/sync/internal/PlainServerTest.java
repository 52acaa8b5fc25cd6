package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.SyncStatus;
import org.waystation.store.StoreException;

/** The engine with a backend that can do nothing of what the engine would like. */
class PlainServerTest {

    private static final Duration NEXT_LOOK = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final PlainServer server = new PlainServer();
    private Workstation workstation;

    @BeforeEach
    void open() throws StoreException {
        workstation = new Workstation(folder);
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer", "priority", "p3"));
        workstation.connect(server);
    }

    @AfterEach
    void close() throws Exception {
        workstation.close();
    }

    private Object local(String field) throws StoreException {
        return workstation.record(Workstation.TICKET_REF).data().get(field);
    }

    private Operation change(String field, String old, String now) throws StoreException {
        long version = workstation.record(Workstation.TICKET_REF).version();
        return workstation.update(Workstation.TICKET_REF, version, new FieldChange(field, old, now));
    }

    private Operation note(long id) {
        return workstation.create(
                EntityKind.NOTE,
                Workstation.id(id),
                Map.of("ticketId", Workstation.TICKET.toString(), "body", "once", "visibility", "internal"));
    }

    @Test
    void whatChangesThereIsFoundByGoingThroughIt() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Scanner"));
        server.put(EntityKind.TICKET, Workstation.id(2), Map.of("subject", "Router", "priority", "p2"));
        workstation.advance(NEXT_LOOK);
        assertEquals("Scanner", local("subject"));
        assertEquals(2, workstation.store.records().all(EntityKind.TICKET).size());
    }

    @Test
    void whatIsGoneThereGoesHere() throws StoreException {
        server.rows.remove(Workstation.TICKET_REF);
        workstation.advance(NEXT_LOOK);
        assertTrue(workstation.store.records().find(Workstation.TICKET_REF).isEmpty());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws StoreException {
        Operation mine = change("subject", "Printer", "Mine");
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Theirs"));
        workstation.commit(mine);
        assertEquals("Theirs", server.rows.get(Workstation.TICKET_REF).get("subject"));
        assertEquals(1, workstation.store.outbox().parkedCount());
    }

    @Test
    void changesOfDifferentFieldsMerge() throws StoreException {
        Operation mine = change("subject", "Printer", "Mine");
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("priority", "p1"));
        workstation.commit(mine);
        assertEquals("Mine", server.rows.get(Workstation.TICKET_REF).get("subject"));
        assertEquals("p1", local("priority"));
        assertEquals(List.of(), workstation.pending());
    }

    @Test
    void aCreationWhoseReplyWasLostIsFoundByItsMark() throws StoreException {
        server.repliesUntilLoss = 0;
        workstation.commit(note(50));
        workstation.advance(NEXT_LOOK);
        assertEquals(1, server.creations);
        assertEquals(List.of(), workstation.pending());
        assertTrue(workstation
                .store
                .records()
                .find(new RecordRef(EntityKind.NOTE, Workstation.id(50)))
                .isPresent());
    }

    @Test
    void whatWasAnsweredBeforeTheConnectionBrokeIsKnown() throws StoreException {
        breakAfterTwo(BackendException.Cause.UNREACHABLE);
    }

    @Test
    void whatWasAnsweredBeforeTheServerFailedIsKnown() throws StoreException {
        breakAfterTwo(BackendException.Cause.SERVER_ERROR);
    }

    private void breakAfterTwo(BackendException.Cause cause) throws StoreException {
        server.howItIsLost = cause;
        server.repliesUntilLoss = 2;
        Operation[] notes = LongStream.range(50, 55).mapToObj(this::note).toArray(Operation[]::new);
        workstation.commit(notes);
        assertEquals(ids(notes, 2, 3, 4), waiting());
        assertEquals(ids(notes, 0, 1, 2), server.lookedFor);
        workstation.advance(NEXT_LOOK);
        assertEquals(List.of(), waiting());
        assertEquals(ids(notes, 0, 1, 2, 2, 3, 4), server.lookedFor);
        assertEquals(notes.length, server.creations);
    }

    private static List<UUID> ids(Operation[] operations, int... which) {
        return IntStream.of(which).mapToObj(n -> operations[n].ref().id()).toList();
    }

    private List<UUID> waiting() throws StoreException {
        return workstation.pending().stream()
                .map(pending -> pending.operation().ref().id())
                .toList();
    }

    @Test
    void aSignInThatIsOverIsAskedForAtOnce() throws StoreException {
        server.howItIsLost = BackendException.Cause.TOKEN_EXPIRED;
        server.repliesUntilLoss = 2;
        workstation.commit(note(50), note(51), note(52));
        assertEquals(SyncStatus.State.ATTENTION, workstation.state());
    }

    @Test
    void severalChangesOfOneRecordGoThroughOneAfterTheOther() throws StoreException {
        workstation.commit(change("subject", "Printer", "One"), change("subject", "One", "Two"));
        workstation.advance(NEXT_LOOK);
        assertEquals("Two", server.rows.get(Workstation.TICKET_REF).get("subject"));
        assertEquals("Two", local("subject"));
        assertEquals(List.of(), workstation.pending());
    }
}
