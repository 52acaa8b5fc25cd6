package org.waystation.tickets.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.edit.Me;
import org.waystation.store.live.RowSource;

/** Where the rows of one queue come from. */
record TicketQueueSource(TicketIndex index, Me me, TicketQuery query) implements RowSource<TicketRow> {

    @Override
    public List<TicketRow> first(int limit) throws StoreException {
        return index.first(query, me.id(), limit);
    }

    @Override
    public RowOrder order() throws StoreException {
        return index.keys(query, me.id());
    }

    @Override
    public List<@Nullable TicketRow> rows(RowOrder order, int from, int to) throws StoreException {
        return index.rows(order, from, to, me.id());
    }
}
