package org.waystation.sync.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.SyncStatus;

/** Holds the present status and tells it to whoever listens, each on its own thread. */
final class StatusBoard {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private StatusFacts facts = StatusFacts.unconnected();
    private SyncStatus status = facts.status();
    private @Nullable Link current;

    synchronized SyncStatus status() {
        return status;
    }

    /** Changes what does not depend on which server we talk to. */
    synchronized void update(UnaryOperator<StatusFacts> change) {
        facts = change.apply(facts);
        SyncStatus now = facts.status();
        if (!now.equals(status)) {
            status = now;
            listeners.forEach(listening -> listening.tell(now));
        }
    }

    synchronized AutoCloseable listen(Executor deliverOn, Consumer<SyncStatus> listener) {
        Listening listening = new Listening(deliverOn, listener);
        listeners.add(listening);
        listening.tell(status);
        return () -> {
            listening.closed = true;
            listeners.remove(listening);
        };
    }

    /** A server is there now; its engine alone speaks for it until the link ends. */
    synchronized Link connect() {
        Link link = new Link();
        current = link;
        update(StatusFacts::withServer);
        return link;
    }

    /** What one engine writes to the board. An engine that was replaced can no longer say anything. */
    final class Link {

        void update(UnaryOperator<StatusFacts> change) {
            synchronized (StatusBoard.this) {
                if (current == this) {
                    StatusBoard.this.update(change);
                }
            }
        }

        void end() {
            synchronized (StatusBoard.this) {
                update(StatusFacts::withoutServer);
                if (current == this) {
                    current = null;
                }
            }
        }
    }

    /** One listener; where it is slow it gets the latest status only. */
    private final class Listening {

        private final Executor deliverOn;
        private final Consumer<SyncStatus> listener;
        private final AtomicReference<@Nullable SyncStatus> next = new AtomicReference<>();
        private volatile boolean closed;

        Listening(Executor deliverOn, Consumer<SyncStatus> listener) {
            this.deliverOn = deliverOn;
            this.listener = listener;
        }

        void tell(SyncStatus latest) {
            if (next.getAndSet(latest) != null) {
                return; // a delivery is on its way and will take this one
            }
            try {
                deliverOn.execute(this::deliver);
            } catch (RejectedExecutionException e) {
                LOG.debug("A listener's thread is gone; it is told no more.", e);
                listeners.remove(this);
            }
        }

        private void deliver() {
            SyncStatus latest = next.getAndSet(null);
            if (latest != null && !closed) {
                listener.accept(latest);
            }
        }
    }
}
