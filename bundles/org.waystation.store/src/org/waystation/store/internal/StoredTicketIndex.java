package org.waystation.store.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;

/** Answers queues and searches by the ticket tables. */
@Component(service = TicketIndex.class)
public final class StoredTicketIndex implements TicketIndex {

    private final Database database;

    @Activate
    public StoredTicketIndex(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<TicketRow> first(TicketQuery query, Optional<UUID> me, int limit) throws StoreException {
        return database.read(snapshot -> {
            int[] keys = new TicketQueue(snapshot, query, me).first(limit);
            return new TicketRows(snapshot, me).found(keys);
        });
    }

    @Override
    public RowOrder keys(TicketQuery query, Optional<UUID> me) throws StoreException {
        return database.read(snapshot ->
                new StoredOrder(database, snapshot.generation(), new TicketQueue(snapshot, query, me).keys()));
    }

    @Override
    public List<@Nullable TicketRow> rows(RowOrder keys, int from, int to, Optional<UUID> me) throws StoreException {
        StoredOrder stored = StoredOrder.own(keys);
        return database.read(snapshot -> snapshot.generation().equals(stored.generation())
                ? new TicketRows(snapshot, me).read(stored.keys(from, to))
                : Collections.nCopies(to - from, null)); // a replaced snapshot's keys mean nothing any more
    }

    @Override
    public List<TicketRow> search(String text, int limit, Optional<UUID> me) throws StoreException {
        Optional<SearchText> match = SearchText.of(List.of(text));
        if (match.isEmpty() || limit <= 0) {
            return List.of();
        }
        return database.read(snapshot -> {
            Set<Integer> keys = new LinkedHashSet<>();
            TicketSearch search = new TicketSearch(snapshot, limit);
            search.byNumber(text, keys);
            search.byWords(match.get(), keys);
            return new TicketRows(snapshot, me)
                    .found(keys.stream()
                            .limit(limit)
                            .mapToInt(Integer::intValue)
                            .toArray());
        });
    }
}
