package org.waystation.tickets.ui.internal.parts;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.profile.SealedState;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.tickets.ui.internal.queue.QueueView;

/** Brings the queue's filter back after a restart. It may name a customer, so it is kept encrypted. */
public final class FilterMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FilterMemory.class);
    private static final String KEY = "tickets.queue.filter";

    private final QueueView view;
    private final Executor ui;
    private final TicketFilter first;
    private TicketFilter known;
    private @Nullable SealedState state;

    public FilterMemory(QueueView view, Executor ui) {
        this.view = view;
        this.ui = ui;
        this.first = view.query().filter();
        this.known = first;
    }

    /** Shows what was kept, unless another filter was typed before it could be read. */
    public void restore(SealedState sealed) {
        state = sealed;
        sealed.get(KEY)
                .thenAccept(
                        found -> ui.execute(() -> found.map(TicketFilter::parse).ifPresent(this::show)));
    }

    private void show(TicketFilter kept) {
        if (!view.isDisposed() && known.equals(first) && view.query().filter().equals(first)) {
            known = kept;
            view.show(view.query().withFilter(kept));
        }
    }

    /** Keeps the view's filter where it is another one now. */
    public void keep() {
        TicketFilter now = view.query().filter();
        if (state != null && !now.equals(known)) {
            known = now;
            state.put(KEY, now.toString()).exceptionally(failure -> {
                LOG.warn("The filter could not be written: {}", failure.getMessage());
                return null;
            });
        }
    }
}
