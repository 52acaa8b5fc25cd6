package org.waystation.sync.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.SyncStatus;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;

/** One machine: the real store, the real engine, and time and threads that the test moves. */
final class Workstation implements AutoCloseable {

    static final UUID TICKET = id(1);
    static final RecordRef TICKET_REF = new RecordRef(EntityKind.TICKET, TICKET);
    private static final byte[] KEY = new byte[32];

    final ManualClock clock = new ManualClock();
    final ManualExecutor desk = new ManualExecutor(clock);
    final ManualExecutor newsThread = new ManualExecutor(clock);
    final ShownNotifications notifications = new ShownNotifications();
    final List<SyncStatus> heard = new ArrayList<>();
    final LocalStore store;
    final SyncComponent sync;
    Set<String> addresses = Set.of("eth0 10.0.0.2");
    boolean metered;
    private ManualExecutor engine = new ManualExecutor(clock);
    private long ids = 1_000;

    Workstation(Path folder) throws StoreException {
        store = LocalStore.open(folder, KEY);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        sync = new SyncComponent(new SyncParts(
                store.records(),
                store.outbox(),
                store.replica(),
                store.documents(),
                notifications,
                new Threads(),
                clock.time(),
                random,
                new NetworkSign(() -> addresses, clock.time()),
                () -> metered));
        sync.listen(Runnable::run, heard::add);
    }

    static UUID id(long number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    /** Hands out the executors above; the engine gets a fresh one each time, as a service would. */
    private final class Threads extends EngineThreads {

        @Override
        ExecutorService desk() {
            return desk;
        }

        @Override
        ExecutorService questions() {
            return desk;
        }

        @Override
        ScheduledExecutorService newEngineThread() {
            engine = new ManualExecutor(clock);
            return engine;
        }

        @Override
        ExecutorService newNewsThread() {
            return newsThread;
        }
    }

    SyncStatus.State state() {
        return sync.status().state();
    }

    /** Runs all that is due now on all threads. */
    void runDue() {
        desk.runDue();
        engine.runDue();
    }

    /** Lets time pass for the engine. */
    void advance(Duration by) {
        desk.runDue();
        engine.advance(by);
        desk.runDue();
    }

    /** Queues operations and lets the engine do what follows, once the store's thread has told of it. */
    void commit(Operation... operations) throws StoreException {
        int before = sync.status().waiting();
        store.outbox().commit(List.of(operations));
        desk.runUntil("the change is counted", () -> sync.status().waiting() == before + operations.length);
        runDue();
    }

    void until(String what, BooleanSupplier condition) {
        desk.runUntil(what, () -> {
            engine.runDue();
            return condition.getAsBoolean();
        });
    }

    void connect(Backend server) {
        sync.connect(server);
        runDue();
    }

    Operation create(EntityKind kind, UUID id, Map<String, Object> fields, UUID... dependsOn) {
        return operation(Operation.Type.CREATE, kind, id, 0, changes(fields), dependsOn);
    }

    Operation update(RecordRef ref, long base, FieldChange... changes) {
        return operation(Operation.Type.UPDATE, ref.kind(), ref.id(), base, List.of(changes));
    }

    private Operation operation(
            Operation.Type type, EntityKind kind, UUID id, long base, List<FieldChange> changes, UUID... dependsOn) {
        return new Operation(id(ids++), type, kind, id, base, changes, List.of(dependsOn), clock.instant());
    }

    private static List<FieldChange> changes(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(entry -> new FieldChange(entry.getKey(), null, entry.getValue()))
                .toList();
    }

    EntityRecord record(RecordRef ref) throws StoreException {
        return store.records().find(ref).orElseThrow();
    }

    List<PendingOperation> pending() throws StoreException {
        return store.outbox().pending();
    }

    @Override
    public void close() throws Exception {
        sync.close();
        store.close();
    }
}
