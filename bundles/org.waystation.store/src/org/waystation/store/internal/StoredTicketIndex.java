package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Arrays;
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
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.internal.Database.Snapshot;

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
    public Keys keys(TicketQuery query, Optional<UUID> me) throws StoreException {
        return database.read(
                snapshot -> new StoredKeys(snapshot.generation(), new TicketQueue(snapshot, query, me).keys()));
    }

    @Override
    public List<@Nullable TicketRow> rows(Keys keys, int from, int to, Optional<UUID> me) throws StoreException {
        StoredKeys stored = own(keys);
        return database.read(snapshot -> snapshot.generation().equals(stored.generation)
                ? new TicketRows(snapshot, me).read(Arrays.copyOfRange(stored.order, from, to))
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

    private StoredKeys own(Keys keys) {
        if (keys instanceof StoredKeys stored) {
            return stored;
        }
        throw new IllegalArgumentException("These keys are not from this index.");
    }

    /** The order of a queue as row keys of one generation, 4 bytes each. */
    private final class StoredKeys implements Keys {

        private final Generation generation;
        private final int[] order;

        StoredKeys(Generation generation, int[] order) {
            this.generation = generation;
            this.order = order;
        }

        @Override
        public int size() {
            return order.length;
        }

        @Override
        public int indexOf(UUID id) throws StoreException {
            Optional<Integer> key = database.read(snapshot -> key(snapshot, id));
            if (key.isPresent()) {
                for (int i = 0; i < order.length; i++) {
                    if (order[i] == key.get()) {
                        return i;
                    }
                }
            }
            return -1;
        }

        private Optional<Integer> key(Snapshot snapshot, UUID id) throws SQLException, StoreException {
            if (!snapshot.generation().equals(generation)) {
                return Optional.empty();
            }
            return snapshot.session()
                    .first(
                            "SELECT rowkey FROM " + generation.record() + " WHERE id = ?",
                            row -> row.getInt(1),
                            Ids.bytes(id));
        }
    }
}
