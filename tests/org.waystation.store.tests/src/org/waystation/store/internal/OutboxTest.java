package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.LocalStore;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;

class OutboxTest {

    private static final Problem REFUSED = new Problem("forbidden", "Not allowed.", "Ask your lead.", List.of());

    @TempDir
    Path folder;

    private final EntityRecord ticket = Sample.ticket(Sample.id(), 3, 10);
    private LocalStore store;
    private Outbox outbox;

    @BeforeEach
    void openWithOneTicket() throws StoreException {
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
        outbox = store.outbox();
        StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEditShowsAtOnceAndWaits() throws StoreException {
        Operation edit = Sample.update(ticket, "priority", "p1");
        outbox.commit(List.of(edit));

        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
        assertEquals(List.of(edit), outbox.ready(10));
        assertEquals(1, outbox.waitingCount());
        assertEquals(Set.of(ticket.id()), outbox.unsynced(Set.of(ticket.id(), Sample.id())));
    }

    @Test
    void anEditIsOnDiskWithItsOperationOnceCommitReturns() throws Exception {
        Operation edit = Sample.update(ticket, "priority", "p1");
        outbox.commit(List.of(edit));

        Path image = StoreFixture.imageOf(folder.resolve("store"), folder.resolve("image"));
        try (LocalStore after = LocalStore.open(image, StoreFixture.KEY)) {
            assertEquals("p1", StoreFixture.field(after, ticket.id(), "priority"));
            assertEquals(List.of(edit), after.outbox().ready(10));
        }
    }

    @Test
    void aBatchIsKeptWholeOrNotAtAll() throws StoreException {
        Operation good = Sample.update(ticket, "priority", "p1");
        Operation sameIdAgain = good.rebased(3, good.changes());

        assertThrows(StoreException.class, () -> outbox.commit(List.of(good, sameIdAgain)));

        assertEquals("p3", StoreFixture.field(store, ticket.id(), "priority"));
        assertEquals(List.of(), outbox.pending());
    }

    @Test
    void anAppliedOperationLeavesAndItsRecordBecomesTheServers() throws StoreException {
        Operation edit = Sample.update(ticket, "priority", "p1");
        outbox.commit(List.of(edit));
        EntityRecord after = Sample.ticket(ticket.id(), 4, 11, "priority", "p1", "updatedAt", "2026-03-02T12:00:01Z");

        outbox.settle(List.of(new OperationResult.Applied(edit.id(), after)));

        assertEquals(List.of(), outbox.pending());
        assertEquals(after, StoreFixture.ticket(store, ticket.id()));
    }

    @Test
    void whatStillWaitsStaysOnTopAndFollowsToTheNewVersion() throws StoreException {
        Operation first = Sample.update(ticket, "priority", "p1");
        Operation second = Sample.update(ticket, "subject", "Backup failed twice");
        outbox.commit(List.of(first, second));
        assertEquals(List.of(first), outbox.ready(10), "one at a time on a record: the next needs its version");

        outbox.settle(
                List.of(new OperationResult.Applied(first.id(), Sample.ticket(ticket.id(), 4, 11, "priority", "p1"))));

        assertEquals("Backup failed twice", StoreFixture.field(store, ticket.id(), "subject"));
        assertEquals(List.of(second.rebased(4, second.changes())), outbox.ready(10));
    }

    @Test
    void anotherPersonsChangeBetweenIsLeftToTheMerge() throws StoreException {
        Operation first = Sample.update(ticket, "priority", "p1");
        Operation second = Sample.update(ticket, "subject", "Backup failed twice");
        outbox.commit(List.of(first, second));

        outbox.settle(List.of(new OperationResult.Applied(
                first.id(), Sample.ticket(ticket.id(), 5, 12, "priority", "p1", "subject", "Theirs"))));

        assertEquals(3, outbox.ready(10).getFirst().baseVersion());
    }

    @Test
    void aRebasedOperationIsSentOnTheNewState() throws StoreException {
        Operation edit = Sample.update(ticket, "priority", "p1");
        outbox.commit(List.of(edit));
        EntityRecord theirs = Sample.ticket(ticket.id(), 5, 12, "subject", "Theirs");

        outbox.rebase(edit.rebased(5, edit.changes()), theirs);

        assertEquals(5, outbox.ready(10).getFirst().baseVersion());
        assertEquals("Theirs", StoreFixture.field(store, ticket.id(), "subject"));
        assertEquals("p1", StoreFixture.field(store, ticket.id(), "priority"));
    }

    @Test
    void aRefusedOperationTakesItsDependentsAlongAndNoOthers() throws StoreException {
        UUID made = Sample.id();
        Operation creation = Sample.create(EntityKind.TICKET, made, List.of(), "subject", "Made here", "status", "new");
        Operation note = Sample.note(made, "First", creation.id());
        Operation other = Sample.note(ticket.id(), "Elsewhere");
        outbox.commit(List.of(creation, note, other));

        outbox.settle(List.of(new OperationResult.Rejected(creation.id(), REFUSED)));

        assertEquals(List.of(other), outbox.ready(10));
        assertEquals(2, outbox.parkedCount());
        assertEquals(Optional.of(REFUSED), outbox.pending().getFirst().parked());
        Operation late = Sample.note(made, "Written later", creation.id());
        outbox.commit(List.of(late));
        assertEquals(List.of(other), outbox.ready(10), "what needs a parked one is parked from the start");

        outbox.unpark(creation.id());
        assertEquals(List.of(creation, note, other, late), outbox.ready(10));
    }

    @Test
    void aDependentThatWasRefusedOnlyForItsDependencyStaysInTheQueue() throws StoreException {
        Operation first = Sample.update(ticket, "priority", "p1");
        Operation second = Sample.note(ticket.id(), "After it", first.id());
        outbox.commit(List.of(first, second));
        Problem follows = new Problem(Parking.DEPENDENCY, "Not applied.", "", List.of());

        outbox.settle(List.of(
                new OperationResult.Conflict(first.id(), Optional.empty()),
                new OperationResult.Rejected(second.id(), follows)));

        assertEquals(0, outbox.parkedCount());
        assertEquals(2, outbox.waitingCount());
    }

    @Test
    void discardingShowsTheServersStateAgainAndDropsWhatWasMadeHere() throws StoreException {
        Operation edit = Sample.update(ticket, "priority", "p1");
        UUID made = Sample.id();
        Operation creation = Sample.create(EntityKind.TICKET, made, List.of(), "subject", "Made here", "status", "new");
        Operation note = Sample.note(made, "First", creation.id());
        outbox.commit(List.of(edit, creation, note));

        outbox.discard(edit.id());
        outbox.discard(creation.id());

        assertEquals(ticket, StoreFixture.ticket(store, ticket.id()));
        assertTrue(store.records().find(new RecordRef(EntityKind.TICKET, made)).isEmpty());
        assertTrue(store.records().referring(EntityKind.NOTE, "ticketId", made).isEmpty());
        assertEquals(List.of(), outbox.pending());
    }

    @Test
    void aNoteCountsAsAChangeToItsTicket() throws StoreException {
        Operation note = Sample.note(ticket.id(), "Looked at it");
        outbox.commit(List.of(note));

        assertEquals(Set.of(ticket.id()), outbox.unsynced(Set.of(ticket.id())));
        assertEquals(List.of(new PendingOperation(note, Optional.empty())), outbox.pending(ticket.ref()));
    }
}
