package org.waystation.rt.proof;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.internal.RtBackend;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.files.internal.LiveFiles;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.SimulatedEngine;

/** A workstation without a screen that works with Request Tracker: the real store, engine, file engine and backend. */
final class RtMachine implements AutoCloseable {

    private static final byte[] KEY = new byte[32];
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A lost reply costs a pause before the next try. */
    private static final Duration EACH = Duration.ofSeconds(4);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final LocalStore store;
    private final SimulatedEngine engine;
    private final RtBackend backend;
    private final LiveFiles files;
    private volatile RtClient client;

    /**
     * @param instance address by which ids are made, whatever way leads there
     * @param way address that is spoken to
     */
    RtMachine(Path folder, URI instance, URI way, String user, String password) throws StoreException {
        this(folder, instance, way, Method.PASSWORD, user, password);
    }

    /** @param user empty with a token */
    RtMachine(Path folder, URI instance, URI way, Method method, String user, String secret) throws StoreException {
        Supplier<ScheduledExecutorService> threads = () -> Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("machine").factory());
        store = LocalStore.open(folder, KEY);
        engine = new SimulatedEngine(
                store.records(),
                store.outbox(),
                store.replica(),
                store.documents(),
                new Silent(),
                threads,
                Clock.systemUTC(),
                System::nanoTime,
                RandomGenerator.of("L64X128MixRandom"));
        backend = new RtBackend(Mappings.usual(), () -> {
            RtClient opened = new RtClient(way, method, user, secret.toCharArray());
            client = opened;
            return new RtServer(opened, new RtIds(instance.toString()), Mappings.usual(), user, "127.0.0.1");
        });
        files = new LiveFiles(store, backend);
    }

    /** Begins to sync. */
    RtMachine online() {
        engine.connect(backend);
        return this;
    }

    RtBackend backend() {
        return backend;
    }

    LiveFiles files() {
        return files;
    }

    LocalStore store() {
        return store;
    }

    SimulatedEngine engine() {
        return engine;
    }

    long requests() {
        return client == null ? 0 : client.requests();
    }

    void commit(Operation... operations) throws StoreException {
        store.outbox().commit(List.of(operations));
    }

    EntityRecord record(RecordRef ref) throws StoreException {
        return store.records().find(ref).orElseThrow(() -> new AssertionError("Not here: " + ref));
    }

    /** Waits for what must come, and asks the engine to look meanwhile. */
    void await(String what, Asked condition) throws InterruptedException {
        await(what, PATIENCE, condition);
    }

    private void await(String what, Duration patience, Asked condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        BooleanSupplier holds = () -> {
            try {
                return condition.holds();
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            }
        };
        int looks = 0;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Did not come: " + what + "; " + engine.service().status() + "; " + parked());
            }
            if (looks++ % 10 == 0) {
                engine.service().syncNow();
            }
            boolean ended = never.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            assert !ended;
        }
    }

    /** Waits until everything that can be sent has been; the more there is, the longer. */
    void awaitSent() throws InterruptedException, StoreException {
        await(
                "an empty queue",
                PATIENCE.plus(EACH.multipliedBy(store.outbox().pending().size())),
                () -> store.outbox().pending().stream()
                        .allMatch(one -> one.parked().isPresent()));
    }

    List<PendingOperation> parked() {
        try {
            return store.outbox().pending().stream()
                    .filter(one -> one.parked().isPresent())
                    .toList();
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test waits for. */
    @FunctionalInterface
    interface Asked {
        boolean holds() throws StoreException;
    }

    @Override
    public void close() {
        engine.close();
        files.close();
        backend.close();
        store.close();
    }

    private static final class Silent implements Notifications {

        @Override
        public void show(Notification notification) {
            // there is nobody to see it
        }

        @Override
        public void settle(String group, String key) {
            // there is nobody to see it
        }
    }
}
