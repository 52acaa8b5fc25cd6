package org.waystation.sync.internal.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.LocalStore;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.Records.CommitListener;
import org.waystation.store.Replica.SnapshotWriter;

class PendingChangesTest {

    private static final UUID TICKET = new UUID(1, 1);
    private static final UUID PRIYA = new UUID(1, 2);
    private static final RecordRef REF = new RecordRef(EntityKind.TICKET, TICKET);
    private static final Problem CLASH = new Problem(Conflict.CODE, "Both changed it.", "", List.of());

    @TempDir
    Path folder;

    private LocalStore store;
    private LocalPendingChanges changes;
    private final BlockingQueue<List<PendingChange>> told = new LinkedBlockingQueue<>();
    private int ids = 100;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(folder, new byte[32]);
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch")) {
            writer.write(List.of(
                    record(EntityKind.USER, PRIYA, 1, Map.of("name", "Priya Nair")),
                    record(
                            EntityKind.TICKET,
                            TICKET,
                            3,
                            Map.of("number", 48213, "subject", "Backup failed", "status", "new", "priority", "p3"))));
            writer.complete("cursor");
        }
        changes = new LocalPendingChanges(store.records(), store.outbox());
    }

    @AfterEach
    void close() throws Exception {
        changes.close();
        store.close();
    }

    @Test
    void eachChangeIsASentenceWithItsPlace() throws Exception {
        changes.follow(Runnable::run, told::add);
        assertEquals(List.of(), next());
        commit(update(new FieldChange("status", "new", "in_progress")));
        assertEquals(List.of("Status from “New” to “In progress”"), sentences(1));
        commit(update(new FieldChange("assigneeId", null, PRIYA.toString())));
        assertEquals("Assignee set to “Priya Nair”", sentences(2).getLast());
        commit(create(
                EntityKind.NOTE,
                Map.of("ticketId", TICKET.toString(), "body", "Line one\nline two", "visibility", "internal")));
        assertEquals("Internal note: “Line one line two”", sentences(3).getLast());
        commit(create(EntityKind.TIME_ENTRY, Map.of("ticketId", TICKET.toString(), "minutes", 25, "comment", "")));
        assertEquals("25 minutes booked", sentences(4).getLast());
        PendingChange last = changes().getLast();
        assertEquals("#48213 Backup failed", last.place());
        assertEquals(REF, last.shownAt());
    }

    /** A look for nobody may be about to begin when the first one comes to be told. */
    @Test
    void whoeverComesBeforeALookForNobodyIsToldToo() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        List<CommitListener> listeners = new ArrayList<>();
        Records records = (Records) Proxy.newProxyInstance(
                Records.class.getClassLoader(), new Class<?>[] {Records.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("held")) {
                        busy.await();
                    }
                    if (method.getName().equals("onCommit")) {
                        listeners.add((CommitListener) arguments[0]);
                    }
                    return method.invoke(store.records(), arguments);
                });
        LocalPendingChanges late = new LocalPendingChanges(records, store.outbox());
        CompletionStage<DataHeld> held = late.held();
        listeners.getFirst().committed(new Commit(List.of(), true));
        late.follow(Runnable::run, told::add);
        busy.countDown();
        await(held);
        assertEquals(List.of(), next());
        late.close();
    }

    @Test
    void aConflictShowsAllThreeSidesAndWhoWasFaster() throws Exception {
        Operation mine = clash();
        Conflict conflict = await(changes.conflict(mine.id())).orElseThrow();
        Conflict.Field field = conflict.fields().getFirst();
        assertEquals("Priority", field.label());
        assertEquals(
                List.of("P3", "P2", "P1"),
                List.of(
                        field.base().shown(),
                        field.mine().shown(),
                        field.theirs().shown()));
        assertTrue(field.clashes());
        assertEquals(Optional.of("Priya Nair"), conflict.theirName());
        assertEquals(Optional.of(Instant.parse("2026-03-02T12:00:00Z")), conflict.theirAt());
    }

    @Test
    void whatWasDecidedIsSentOnTopOfTheirsUnderANewIdWithWhatWaitedForIt() throws Exception {
        Operation mine = clash();
        Map<String, @Nullable Object> decided = new HashMap<>();
        decided.put("priority", "p4");
        await(changes.amend(mine.id(), decided));
        List<PendingOperation> pending = store.outbox().pending();
        Operation sent = pending.getFirst().operation();
        assertNotEquals(mine.id(), sent.id(), "the server may remember what it said to the old id");
        assertEquals(4, sent.baseVersion());
        assertEquals(List.of(new FieldChange("priority", "p1", "p4")), sent.changes());
        assertEquals(2, pending.size());
        assertTrue(pending.stream().allMatch(each -> each.parked().isEmpty()), "parked still");
        assertEquals(List.of(sent.id()), pending.getLast().operation().dependsOn());
        assertEquals("p4", store.records().find(REF).orElseThrow().data().get("priority"));
    }

    @Test
    void takingTheirsGivesTheChangeUp() throws Exception {
        Operation mine = clash();
        Map<String, @Nullable Object> decided = new HashMap<>();
        decided.put("priority", "p1");
        await(changes.amend(mine.id(), decided));
        assertTrue(store.outbox().pending().stream()
                .noneMatch(each -> each.operation().entityId().equals(TICKET)));
        assertEquals("p1", store.records().find(REF).orElseThrow().data().get("priority"));
        assertEquals(Optional.empty(), await(changes.conflict(mine.id())));
    }

    @Test
    void whatIsHeldIsCounted() throws Exception {
        assertEquals(1L, await(changes.held()).records().get(EntityKind.TICKET));
        assertTrue(await(changes.held()).bytes() > 0);
    }

    /** A change of the priority that somebody else was faster with, and a note that waits for it. */
    private Operation clash() throws Exception {
        Operation mine = update(new FieldChange("priority", "p3", "p2"));
        Operation note = new Operation(
                id(),
                Operation.Type.CREATE,
                EntityKind.NOTE,
                id(),
                0,
                List.of(new FieldChange("ticketId", null, TICKET.toString())),
                List.of(mine.id()),
                Instant.EPOCH);
        commit(mine, note);
        EntityRecord theirs = record(
                EntityKind.TICKET,
                TICKET,
                4,
                Map.of(
                        "number",
                        48213,
                        "subject",
                        "Backup failed",
                        "priority",
                        "p1",
                        "updatedBy",
                        PRIYA.toString(),
                        "updatedAt",
                        "2026-03-02T12:00:00Z"));
        store.outbox().parkConflict(mine.id(), CLASH, Optional.of(theirs));
        return mine;
    }

    private List<String> sentences(int count) throws Exception {
        List<PendingChange> now = next();
        while (now.size() < count) {
            now = next();
        }
        return now.stream().map(PendingChange::sentence).toList();
    }

    private List<PendingChange> changes() throws Exception {
        BlockingQueue<List<PendingChange>> once = new LinkedBlockingQueue<>();
        try (AutoCloseable following = changes.follow(Runnable::run, once::add)) {
            return once.poll(1, TimeUnit.MINUTES);
        }
    }

    private List<PendingChange> next() throws InterruptedException {
        List<PendingChange> next = told.poll(1, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }

    private void commit(Operation... operations) throws Exception {
        store.outbox().commit(List.of(operations));
    }

    private Operation update(FieldChange change) {
        return new Operation(
                id(), Operation.Type.UPDATE, EntityKind.TICKET, TICKET, 3, List.of(change), List.of(), Instant.EPOCH);
    }

    private Operation create(EntityKind kind, Map<String, Object> fields) {
        List<FieldChange> made = fields.entrySet().stream()
                .map(entry -> new FieldChange(entry.getKey(), null, entry.getValue()))
                .toList();
        return new Operation(id(), Operation.Type.CREATE, kind, id(), 0, made, List.of(), Instant.EPOCH);
    }

    private static EntityRecord record(EntityKind kind, UUID id, long version, Map<String, Object> fields) {
        return new EntityRecord(kind, id, version, version, new HashMap<>(fields));
    }

    private UUID id() {
        return new UUID(2, ids++);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
}
