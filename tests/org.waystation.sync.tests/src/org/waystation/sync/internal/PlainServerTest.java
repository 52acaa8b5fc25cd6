package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
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
        server.loseNextReply = true;
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
    void severalChangesOfOneRecordGoThroughOneAfterTheOther() throws StoreException {
        workstation.commit(change("subject", "Printer", "One"), change("subject", "One", "Two"));
        workstation.advance(NEXT_LOOK);
        assertEquals("Two", server.rows.get(Workstation.TICKET_REF).get("subject"));
        assertEquals("Two", local("subject"));
        assertEquals(List.of(), workstation.pending());
    }
}
