package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

class ReplicaTest {

    @TempDir
    Path folder;

    private final EntityRecord ticket = Sample.ticket(Sample.id(), 3, 10);
    private LocalStore store;
    private Replica replica;

    @BeforeEach
    void open() throws StoreException {
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
        replica = store.replica();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPageAndItsCursorComeTogether() throws Exception {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        EntityRecord changed = Sample.ticket(ticket.id(), 4, 11, "status", "resolved");
        UUID fresh = Sample.id();
        replica.apply(Sample.page("c2", changed, Sample.ticket(fresh, 1, 12)));

        assertEquals(Optional.of(new Position("epoch-1", "c2")), replica.position());
        assertEquals(changed, StoreFixture.ticket(store, ticket.id()));
        assertEquals(1, StoreFixture.ticket(store, fresh).version());
    }

    @Test
    void aPageThatCannotBeTakenInLeavesRowsAndCursor() throws StoreException {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        EntityRecord unwritable =
                Sample.record(EntityKind.NOTE, Sample.id(), 1, 12, "body", new Object() {}, "ticketId", "x");

        assertThrows(
                IllegalArgumentException.class,
                () -> replica.apply(Sample.page("c2", Sample.ticket(ticket.id(), 4, 11), unwritable)));

        assertEquals(Optional.of(new Position("epoch-1", "c1")), replica.position());
        assertEquals(ticket, StoreFixture.ticket(store, ticket.id()));
    }

    @Test
    void aPageOfAnotherHistoryIsRefused() throws StoreException {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        ChangePage other = new ChangePage("epoch-2", "c2", false, List.of(), List.of());
        assertThrows(IllegalStateException.class, () -> replica.apply(other));
    }

    @Test
    void localChangesStayOnTopOfWhatComes() throws StoreException {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        Operation edit = Sample.update(ticket, "priority", "p1");
        store.outbox().commit(List.of(edit));

        replica.apply(Sample.page("c2", Sample.ticket(ticket.id(), 4, 11, "priority", "p2", "subject", "Theirs")));

        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
        assertEquals("Theirs", StoreFixture.field(store, ticket.id(), "subject"));
        store.outbox().discard(edit.id());
        assertEquals("p2", StoreFixture.field(store, ticket.id(), "priority"));
    }

    @Test
    void anOlderStateThanIsHeldIsIgnored() throws StoreException {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        Operation edit = Sample.update(ticket, "priority", "p1");
        store.outbox().commit(List.of(edit));
        EntityRecord settled = Sample.ticket(ticket.id(), 5, 20, "priority", "p1");
        store.outbox().settle(List.of(new OperationResult.Applied(edit.id(), settled)));

        replica.apply(Sample.page("c2", Sample.ticket(ticket.id(), 4, 15)));

        assertEquals(settled, StoreFixture.ticket(store, ticket.id()));
    }

    @Test
    void aRecordDeletedThereStaysWhileALocalChangeIsOnTop() throws StoreException {
        EntityRecord plain = Sample.ticket(Sample.id(), 1, 11);
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket, plain);
        Operation edit = Sample.update(ticket, "priority", "p1");
        store.outbox().commit(List.of(edit));

        replica.apply(new ChangePage("epoch-1", "c2", false, List.of(), List.of(ticket.ref(), plain.ref())));

        assertTrue(store.records().find(plain.ref()).isEmpty());
        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
        store.outbox().discard(edit.id());
        assertTrue(store.records().find(ticket.ref()).isEmpty());
    }

    @Test
    void aFirstSnapshotIsSeenAsItComesAndHasNoPositionBeforeItsEnd() throws StoreException {
        try (Replica.SnapshotWriter writer = replica.beginSnapshot("epoch-1")) {
            writer.write(List.of(ticket));
            writer.flush();
            assertEquals(ticket, StoreFixture.ticket(store, ticket.id()));
            assertTrue(replica.position().isEmpty());
            Operation edit = Sample.update(ticket, "priority", "p1");
            store.outbox().commit(List.of(edit));
            writer.complete("c1");
        }
        assertEquals(Optional.of(new Position("epoch-1", "c1")), replica.position());
        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
    }

    @Test
    void aSecondAttemptAfterACutLeavesNoGhosts() throws StoreException {
        EntityRecord ghost = Sample.ticket(Sample.id(), 1, 5);
        UUID made = Sample.id();
        try (Replica.SnapshotWriter cut = replica.beginSnapshot("epoch-1")) {
            cut.write(List.of(ghost, ticket));
            cut.flush();
        }
        store.outbox()
                .commit(List.of(
                        Sample.create(EntityKind.TICKET, made, List.of(), "subject", "Made here", "status", "new")));
        assertTrue(replica.position().isEmpty());

        StoreFixture.snapshot(store, "epoch-1", "c1", Sample.ticket(ticket.id(), 4, 12, "subject", "Newer"));

        assertTrue(store.records().find(ghost.ref()).isEmpty());
        assertEquals("Newer", StoreFixture.field(store, ticket.id(), "subject"));
        assertEquals("Made here", StoreFixture.field(store, made, "subject"));
    }

    @Test
    void aNewSnapshotTakesThePlaceOfTheOldOneAtOnceAndKeepsTheOutbox() throws Exception {
        EntityRecord gone = Sample.ticket(Sample.id(), 1, 11);
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket, gone);
        UUID made = Sample.id();
        Operation edit = Sample.update(ticket, "priority", "p1");
        Operation creation = Sample.create(EntityKind.TICKET, made, List.of(), "subject", "Made here", "status", "new");
        store.outbox().commit(List.of(edit, creation));
        EntityRecord restored = Sample.ticket(ticket.id(), 1, 2, "subject", "From the backup");

        try (Replica.SnapshotWriter writer = replica.beginSnapshot("epoch-2")) {
            writer.write(List.of(restored));
            writer.flush();
            assertTrue(store.records().find(gone.ref()).isPresent(), "old rows stay readable meanwhile");
            assertEquals("epoch-1", replica.position().orElseThrow().epoch());
            writer.complete("d1");
        }

        assertEquals(Optional.of(new Position("epoch-2", "d1")), replica.position());
        assertTrue(store.records().find(gone.ref()).isEmpty());
        assertEquals("From the backup", StoreFixture.field(store, ticket.id(), "subject"));
        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
        assertEquals("Made here", StoreFixture.field(store, made, "subject"));
        assertEquals(List.of(edit, creation), store.outbox().ready(10));
    }

    @Test
    void aNewSnapshotThatIsCutOffLeavesEverythingAsItWas() throws Exception {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        Path image;
        try (Replica.SnapshotWriter writer = replica.beginSnapshot("epoch-2")) {
            writer.write(List.of(Sample.ticket(Sample.id(), 1, 1)));
            writer.flush();
            image = StoreFixture.imageOf(folder.resolve("store"), folder.resolve("image"));
        }
        try (LocalStore after = LocalStore.open(image, StoreFixture.KEY)) {
            assertEquals(
                    Optional.of(new Position("epoch-1", "c1")), after.replica().position());
            assertEquals(ticket, StoreFixture.ticket(after, ticket.id()));
        }
        assertEquals(ticket, StoreFixture.ticket(store, ticket.id()));
        StoreFixture.snapshot(store, "epoch-2", "d1", ticket);
        assertEquals("epoch-2", replica.position().orElseThrow().epoch());
    }

    @Test
    void fieldsThatThisProgramDoesNotKnowAreKept() throws StoreException {
        EntityRecord odd = Sample.ticket(ticket.id(), 3, 10, "moonPhase", List.of(1, "x"), "status", "on_the_moon");
        StoreFixture.snapshot(store, "epoch-1", "c1", odd);
        EntityRecord unknown = Sample.record(new EntityKind("spaceship"), Sample.id(), 1, 11, "name", "Rocinante");
        replica.apply(Sample.page("c2", unknown));

        assertEquals(odd, StoreFixture.ticket(store, ticket.id()));
        assertEquals(Optional.of(unknown), store.records().find(unknown.ref()));
        assertEquals(List.of(unknown), store.records().all(unknown.kind()));
    }

    @Test
    void whatMayBeDoneIsKeptOverALocalChangeAndARestart() throws StoreException {
        RecordActions said = RecordActions.of(List.of("add:note", "dance"));
        EntityRecord told =
                new EntityRecord(ticket.kind(), ticket.id(), ticket.version(), ticket.sequence(), ticket.data(), said);
        EntityRecord none = new EntityRecord(
                EntityKind.COMPANY, Sample.id(), 1, 11, Map.of("name", "X"), RecordActions.of(List.of()));
        StoreFixture.snapshot(store, "epoch-1", "c1", told, none, Sample.record(EntityKind.USER, Sample.id(), 1, 12));
        store.outbox().commit(List.of(Sample.update(told, "subject", "Mine")));
        store.close();
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);

        assertEquals(said, StoreFixture.ticket(store, ticket.id()).actions());
        assertEquals(
                RecordActions.of(List.of()),
                store.records().find(none.ref()).orElseThrow().actions());
        assertEquals(
                RecordActions.UNKNOWN,
                store.records().all(EntityKind.USER).getFirst().actions());
    }

    @Test
    void aFileFromBeforeThatWasKeptKnowsNothingOfIt() throws Exception {
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        store.close();
        try (Session session =
                new CipherFile(folder.resolve("store").resolve("store.db")).openWriter(StoreFixture.KEY)) {
            session.execute("ALTER TABLE " + new Meta(session).generation().record() + " DROP COLUMN actions");
            session.execute("DROP TABLE text_change"); // came after it
            session.execute("PRAGMA user_version = 7");
        }
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
        assertEquals(
                RecordActions.UNKNOWN, StoreFixture.ticket(store, ticket.id()).actions());
        EntityRecord told =
                new EntityRecord(ticket.kind(), ticket.id(), 4, 20, ticket.data(), RecordActions.of(List.of("update")));
        store.replica().apply(Sample.page("c2", told));
        assertEquals(told, StoreFixture.ticket(store, ticket.id()));
    }

    @Test
    void whoIsSignedInIsKnownAfterARestart() throws StoreException {
        ServerSession session = new ServerSession(
                Sample.id(), "Ada", "Northwind MSP", "epoch-1", Instant.parse("2026-03-02T12:00:00Z"));
        replica.saveSession(session);
        store.close();
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
        assertEquals(Optional.of(session), store.replica().session());
    }

    @Test
    void notesAreFoundFromTheirTicketOldestFirst() throws StoreException {
        EntityRecord late = note("2026-03-02T13:00:00Z", 12);
        EntityRecord early = note("2026-03-02T09:00:00Z", 13);
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket, late, early);

        assertEquals(List.of(early, late), store.records().referring(EntityKind.NOTE, "ticketId", ticket.id()));
        assertFalse(store.records()
                .find(new RecordRef(EntityKind.TICKET, late.id()))
                .isPresent());
    }

    private EntityRecord note(String createdAt, long sequence) {
        return Sample.record(
                EntityKind.NOTE,
                Sample.id(),
                1,
                sequence,
                "ticketId",
                ticket.id().toString(),
                "body",
                "x",
                "createdAt",
                createdAt);
    }
}
