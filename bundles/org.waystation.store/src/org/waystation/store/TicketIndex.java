package org.waystation.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;

/** Answers ticket queues and ticket searches from indexes; the cost of a page does not depend on where it is. */
@ProviderType
public interface TicketIndex {

    /** The first rows of a query, without counting the rest. */
    List<TicketRow> first(TicketQuery query, Optional<UUID> me, int limit) throws StoreException;

    /** The order of all rows of a query, as compact keys; interruptible. */
    RowOrder keys(TicketQuery query, Optional<UUID> me) throws StoreException;

    /** The rows for some of a query's keys, one for each key; null where its ticket is gone since. */
    List<@Nullable TicketRow> rows(RowOrder keys, int from, int to, Optional<UUID> me) throws StoreException;

    /** Tickets by number or by the beginnings of words of their subject: an exact number first, open before others. */
    List<TicketRow> search(String text, int limit, Optional<UUID> me) throws StoreException;
}
