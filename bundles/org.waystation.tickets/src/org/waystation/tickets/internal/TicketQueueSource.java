package org.waystation.tickets.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.TicketIndex.Keys;

/** Where the rows of one queue come from; called in the background only. */
record TicketQueueSource(TicketIndex index, Me me, TicketQuery query) {

    List<TicketRow> first(int limit) throws StoreException {
        return index.first(query, me.id(), limit);
    }

    Keys keys() throws StoreException {
        return index.keys(query, me.id());
    }

    /** Rows from a position on, at most so many. */
    List<@Nullable TicketRow> rows(Keys keys, int from, int count) throws StoreException {
        return from >= keys.size() ? List.of() : index.rows(keys, from, Math.min(keys.size(), from + count), me.id());
    }
}
