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

/** Holds a value and tells it, now and after each change, to whoever listens, each on its own thread. */
final class Told<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private T value;

    Told(T first) {
        value = first;
    }

    synchronized T value() {
        return value;
    }

    synchronized void update(UnaryOperator<T> change) {
        T now = change.apply(value);
        if (!now.equals(value)) {
            value = now;
            listeners.forEach(listening -> listening.tell(now));
        }
    }

    synchronized AutoCloseable listen(Executor deliverOn, Consumer<T> listener) {
        Listening listening = new Listening(deliverOn, listener);
        listeners.add(listening);
        listening.tell(value);
        return () -> {
            listening.closed = true;
            listeners.remove(listening);
        };
    }

    /** One listener; where it is slow it gets the latest value only. */
    private final class Listening {

        private final Executor deliverOn;
        private final Consumer<T> listener;
        private final AtomicReference<@Nullable T> next = new AtomicReference<>();
        private volatile boolean closed;

        Listening(Executor deliverOn, Consumer<T> listener) {
            this.deliverOn = deliverOn;
            this.listener = listener;
        }

        void tell(T latest) {
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
            T latest = next.getAndSet(null);
            if (latest != null && !closed) {
                listener.accept(latest);
            }
        }
    }
}
