package org.waystation.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.SyncStatus;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;
import org.waystation.backend.msp.internal.MspBackend;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.SimulatedEngine;

/** A workstation without a screen that talks to a real server: the real store, engine and HTTP client. */
final class LiveMachine implements AutoCloseable {

    static final byte[] KEY = new byte[32];

    private final LocalStore store;
    private final SimulatedEngine engine;

    /**
     * On threads and time of its own.
     *
     * @param between stands between engine and client
     */
    static LiveMachine start(Path folder, URI server, String token, UnaryOperator<Backend> between)
            throws StoreException {
        Supplier<ScheduledExecutorService> threads = () -> Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("bench").factory());
        return new LiveMachine(folder, server, token, between, threads, Clock.systemUTC(), System::nanoTime);
    }

    LiveMachine(
            Path folder,
            URI server,
            String token,
            UnaryOperator<Backend> between,
            Supplier<ScheduledExecutorService> threads,
            Clock clock,
            LongSupplier nanos)
            throws StoreException {
        store = LocalStore.open(folder, KEY);
        engine = new SimulatedEngine(
                store.records(),
                store.outbox(),
                store.replica(),
                store.documents(),
                new Silent(),
                threads,
                clock,
                nanos,
                RandomGenerator.of("L64X128MixRandom"));
        engine.connect(between.apply(backend(server, token)));
    }

    static Backend backend(URI server, String token) {
        return new MspBackend(new ServerConnection() {
            @Override
            public ServerAccess access() {
                return new ServerAccess(server, new AccessToken(token.toCharArray()));
            }

            @Override
            public AutoCloseable onChange(Runnable listener) {
                return () -> {};
            }
        });
    }

    LocalStore store() {
        return store;
    }

    SimulatedEngine engine() {
        return engine;
    }

    /** Waits until all is sent and all is here; false where it takes longer. */
    boolean awaitUpToDate(Duration most) throws InterruptedException {
        CountDownLatch upToDate = new CountDownLatch(1);
        try (AutoCloseable listening = engine.service().listen(Runnable::run, status -> {
            if (status.state() == SyncStatus.State.UP_TO_DATE) {
                upToDate.countDown();
            }
        })) {
            return listening != null && upToDate.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
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
