package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Stamp;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;

/** Snapshots that are cut off behind a mark, and what is put right besides the feed. */
class ResumedSnapshotTest {

    @TempDir
    Path folder;

    private final EntityRecord one = Sample.ticket(Sample.id(), 1, 10);
    private final EntityRecord two = Sample.ticket(Sample.id(), 1, 11);
    private final EntityRecord three = Sample.ticket(Sample.id(), 1, 12);
    private LocalStore store;

    @BeforeEach
    void open() throws StoreException {
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws StoreException {
        store.close();
        open();
        store.awaitQuiet(); // what is left over is cleared by then
    }

    private boolean has(EntityRecord record) throws StoreException {
        return store.records().find(record.ref()).isPresent();
    }

    /** Brings one record up to a mark and one behind it, and is cut off. */
    private void cut(String epoch) throws StoreException {
        try (Replica.SnapshotWriter writer = store.replica().beginSnapshot(epoch, "part")) {
            writer.write(List.of(one));
            writer.mark("m1", 1);
            writer.write(List.of(two));
            writer.flush();
        }
    }

    @Test
    void aFirstSnapshotGoesOnBehindItsMarkAfterARestart() throws StoreException {
        cut("epoch-1");
        reopen();
        assertEquals(
                Optional.of(new Unfinished("epoch-1", "part", "m1", 1)),
                store.replica().unfinished());
        try (Replica.SnapshotWriter writer = store.replica().resumeSnapshot()) {
            writer.write(List.of(two, three));
            writer.complete("c1");
        }
        assertTrue(has(one) && has(two) && has(three));
        assertEquals(
                Optional.of(new Position("epoch-1", "c1", "part")),
                store.replica().position());
        assertEquals(Optional.empty(), store.replica().unfinished());
    }

    @Test
    void rowsOfAnAttemptBeforeTheOneThatGoesOnLeaveNoGhosts() throws StoreException {
        EntityRecord ghost = Sample.ticket(Sample.id(), 1, 5);
        try (Replica.SnapshotWriter cut = store.replica().beginSnapshot("epoch-1", "part")) {
            cut.write(List.of(ghost));
            cut.flush();
        }
        cut("epoch-1");
        reopen();
        try (Replica.SnapshotWriter writer = store.replica().resumeSnapshot()) {
            writer.write(List.of(two, three));
            writer.complete("c1");
        }
        assertFalse(has(ghost));
        assertTrue(has(one) && has(two) && has(three));
    }

    @Test
    void aMarkIsNotKeptWhereRowsBeforeItFailed() throws StoreException {
        List<EntityRecord> many = Stream.generate(() -> Sample.ticket(Sample.id(), 1, 20))
                .limit(5_001)
                .toList();
        try (Replica.SnapshotWriter writer = store.replica().beginSnapshot("epoch-1", "part")) {
            writer.write(List.of(one));
            writer.mark("m1", 1);
            writer.flush();
            store.limitGrowth(20); // the disk is full
            writer.write(many); // goes on while they are written
            assertThrows(StoreException.class, () -> writer.mark("m2", 5_002));
        }
        reopen();
        assertEquals("m1", store.replica().unfinished().orElseThrow().mark());
        assertTrue(has(one));
        assertFalse(has(many.getFirst()));
    }

    @Test
    void aSnapshotBesideAnOlderOneGoesOnAndTheOldRowsStayMeanwhile() throws StoreException {
        EntityRecord old = Sample.ticket(Sample.id(), 1, 3);
        StoreFixture.snapshot(store, "epoch-0", "c0", old);
        Operation edit = Sample.update(old, "priority", "p1");
        store.outbox().commit(List.of(edit));
        cut("epoch-1");
        reopen();
        assertTrue(has(old) && !has(one));
        try (Replica.SnapshotWriter writer = store.replica().resumeSnapshot()) {
            writer.write(List.of(two, three));
            writer.complete("c1");
        }
        assertTrue(has(one) && has(two) && has(three));
        assertFalse(has(old));
        assertEquals(1, store.outbox().pending().size());
    }

    @Test
    void oneThatIsBegunAnewForgetsTheOther() throws StoreException {
        StoreFixture.snapshot(store, "epoch-0", "c0", Sample.ticket(Sample.id(), 1, 3));
        cut("epoch-1");
        StoreFixture.snapshot(store, "epoch-2", "c2", three);
        reopen();
        assertEquals(Optional.empty(), store.replica().unfinished());
        assertTrue(has(three) && !has(one));
        cut("epoch-3");
        store.replica().abandonSnapshot();
        assertEquals(Optional.empty(), store.replica().unfinished());
    }

    @Test
    void digestsAreReadFromTheRows() throws StoreException {
        StoreFixture.snapshot(store, "epoch-1", "c1", one, two);
        store.outbox()
                .commit(List.of(Sample.create(
                        EntityKind.TICKET, Sample.id(), List.of(), "subject", "Made here", "status", "new")));
        Digest expected = Digest.NONE
                .plus(two.id(), new Stamp(two.version(), two.sequence()))
                .plus(one.id(), new Stamp(one.version(), one.sequence()));
        assertEquals(Map.of(EntityKind.TICKET, expected), store.replica().digests());
        assertEquals(
                Map.of(one.id(), new Stamp(1, 10), two.id(), new Stamp(1, 11)),
                store.replica().stamps(EntityKind.TICKET));
    }

    @Test
    void healingTakesTheServersStateWhateverIsHeldAndKeepsLocalChangesOnTop() throws StoreException {
        EntityRecord flipped = Sample.ticket(one.id(), 99, 99_999, "subject", "flipped");
        StoreFixture.snapshot(store, "epoch-1", "c1", flipped, two);
        store.outbox().commit(List.of(Sample.update(flipped, "priority", "p1")));
        store.replica().take(List.of(one));
        assertEquals("flipped", StoreFixture.field(store, one.id(), "subject"), "an older state is ignored");

        store.replica().heal(List.of(one), List.of(two.ref()));

        assertEquals(one.data().get("subject"), StoreFixture.field(store, one.id(), "subject"));
        assertEquals("p1", StoreFixture.field(store, one.id(), "priority"));
        assertFalse(has(two));
        assertEquals(Optional.of(new Position("epoch-1", "c1")), store.replica().position());
    }
}
