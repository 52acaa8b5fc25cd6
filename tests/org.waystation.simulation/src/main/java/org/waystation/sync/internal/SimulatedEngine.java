package org.waystation.sync.internal;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncService;
import org.waystation.store.Documents;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.Replica;

/** The real engine on threads, time and chance that its owner gives it. */
public final class SimulatedEngine implements AutoCloseable {

    private final SyncComponent component;

    /**
     * @param threads makes executors; asked once for each thread the engine wants
     * @param clock the machine's, which may jump
     * @param nanos counts up evenly
     */
    public SimulatedEngine(
            Records records,
            Outbox outbox,
            Replica replica,
            Documents documents,
            Notifications notifications,
            Supplier<ScheduledExecutorService> threads,
            Clock clock,
            LongSupplier nanos,
            RandomGenerator random) {
        EngineTime time = new EngineTime(clock, nanos);
        component = new SyncComponent(new SyncParts(
                records,
                outbox,
                replica,
                documents,
                notifications,
                new OwnThreads(threads),
                time,
                random,
                new NetworkSign(Set::of, time),
                () -> false));
    }

    private static final class OwnThreads extends EngineThreads {

        private final Supplier<ScheduledExecutorService> threads;
        private final ExecutorService desk;

        OwnThreads(Supplier<ScheduledExecutorService> threads) {
            this.threads = threads;
            this.desk = threads.get();
        }

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
            return threads.get();
        }

        @Override
        ExecutorService newNewsThread() {
            return threads.get();
        }
    }

    public SyncService service() {
        return component;
    }

    public SyncControl control() {
        return component;
    }

    public void connect(Backend backend) {
        component.connect(backend);
    }

    @Override
    public void close() {
        try {
            component.close();
        } catch (Exception e) {
            throw new IllegalStateException("The engine did not end.", e);
        }
    }
}
