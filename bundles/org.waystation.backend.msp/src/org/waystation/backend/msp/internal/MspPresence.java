package org.waystation.backend.msp.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Presence;

/**
 * Presence at the MSP server. It is told again every {@value #AGAIN_SECONDS} seconds, since the server forgets it after a
 * minute; where the server does not answer, nobody is known to be there until it does.
 */
@Component(service = Presence.class)
public final class MspPresence implements Presence {

    static final int AGAIN_SECONDS = 20;

    private static final String GONE = "gone";

    private final MspBackend backend;
    private final Duration again;
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presence").daemon().factory());

    @Activate
    public MspPresence(@Reference MspBackend backend) {
        this(backend, Duration.ofSeconds(AGAIN_SECONDS));
    }

    MspPresence(MspBackend backend, Duration again) {
        this.backend = backend;
        this.again = again;
    }

    @Override
    public Open open(RecordRef record, Executor deliverOn, Consumer<List<Person>> others) {
        OpenRecord open = new OpenRecord(record, deliverOn, others);
        open.begin();
        return open;
    }

    @Deactivate
    void close() {
        teller.shutdownNow();
    }

    /** One record that is open here. */
    private final class OpenRecord implements Open {

        private final RecordRef record;
        private final Executor deliverOn;
        private final Consumer<List<Person>> others;
        private volatile Activity activity = Activity.VIEWING;
        private volatile boolean closed;
        private volatile @Nullable ScheduledFuture<?> beat;
        private List<Person> last = List.of();

        OpenRecord(RecordRef record, Executor deliverOn, Consumer<List<Person>> others) {
            this.record = record;
            this.deliverOn = deliverOn;
            this.others = others;
        }

        void begin() {
            beat = teller.scheduleWithFixedDelay(this::tell, 0, again.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Runs on the teller's thread only. */
        private void tell() {
            if (closed) {
                return;
            }
            List<Person> found;
            try {
                found = backend.tellPresence(record.id(), activity == Activity.EDITING ? "editing" : "viewing");
            } catch (BackendException e) {
                // Offline, signed out or of a ticket that the server does not know yet: tried again with the next beat.
                found = List.of();
            }
            if (!found.equals(last)) {
                last = found;
                List<Person> now = found;
                deliverOn.execute(() -> {
                    if (!closed) {
                        others.accept(now);
                    }
                });
            }
        }

        @Override
        public void activity(Activity newActivity) {
            if (activity != newActivity && !closed) {
                activity = newActivity;
                teller.execute(this::tell);
            }
        }

        @Override
        public void close() {
            if (closed || teller.isShutdown()) {
                return;
            }
            closed = true;
            ScheduledFuture<?> running = beat;
            if (running != null) {
                running.cancel(false);
            }
            teller.execute(this::leave);
        }

        private void leave() {
            try {
                backend.tellPresence(record.id(), GONE);
            } catch (BackendException e) {
                // The server forgets it by itself, a minute after it heard of it last.
                last = List.of();
            }
        }
    }
}
