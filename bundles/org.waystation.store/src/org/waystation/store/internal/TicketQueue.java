package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.store.StoreException;

/**
 * Answers one queue over one state of the database. There are three ways, so that none gets slow with a million tickets:
 * reading from an index in order, where nothing is filtered; finding and sorting, where the filter leads to few; else one
 * pass for the filter and one for the order, put together here.
 */
final class TicketQueue {

    /** So many tickets in order are looked at for a first page before it is cheaper to look at all. */
    private static final int PROBED = 4_000;

    private static final TicketFilter OPEN = TicketFilter.parse("status:open");

    private final Session session;
    private final Generation generation;
    private final TicketConditions conditions;
    private final TicketOrder order;
    private final boolean sortFound;

    TicketQueue(Database.Snapshot snapshot, TicketQuery query, Optional<UUID> me) {
        this.session = snapshot.session();
        this.generation = snapshot.generation();
        this.conditions = new TicketConditions(query.filter(), me, generation);
        this.order = new TicketOrder(query, generation);
        boolean open = conditions.onlyOpen();
        boolean selective = conditions.selective();
        // Subjects are looked up one by one, which does not pay for all open tickets.
        boolean few =
                query.sort() == TicketColumn.SUBJECT ? open && !query.filter().equals(OPEN) : open || selective;
        this.sortFound = few || query.group().isPresent();
    }

    int[] keys() throws SQLException, StoreException {
        if (sortFound) {
            return packed(order.sorted(conditions), conditions.values());
        }
        return conditions.isEmpty() ? packed(order.streamed()) : orderedBy(filtered());
    }

    int[] first(int limit) throws SQLException, StoreException {
        if (sortFound) {
            return packed(order.sorted(conditions) + " LIMIT " + limit, conditions.values());
        }
        if (conditions.isEmpty()) {
            return packed(order.streamed() + " LIMIT " + limit);
        }
        int[] probed = packed(
                "SELECT p.k AS k FROM (" + order.streamed() + " LIMIT " + PROBED + ") AS p CROSS JOIN "
                        + generation.ticket() + " AS t ON t.rowkey = p.k WHERE " + conditions.sql() + " LIMIT " + limit,
                conditions.values());
        return probed.length == limit
                ? probed
                : Arrays.stream(keys()).limit(limit).toArray();
    }

    private BitSet filtered() throws SQLException, StoreException {
        String index = conditions.onlyOpen() ? " INDEXED BY " + TicketProjection.openIndex(generation) : "";
        BitSet found = new BitSet();
        for (int key : packed(
                "SELECT t.rowkey AS k FROM " + generation.ticket() + " AS t" + index + " WHERE " + conditions.sql(),
                conditions.values())) {
            found.set(key);
        }
        return found;
    }

    private int[] orderedBy(BitSet filtered) throws SQLException, StoreException {
        int[] all = packed(order.streamed());
        return Arrays.stream(all).filter(filtered::get).toArray();
    }

    /** One text with all keys crosses from SQLite to Java many times faster than a row for each. */
    private int[] packed(String sql, @Nullable Object... values) throws SQLException, StoreException {
        return session.first("SELECT group_concat(k) FROM (" + sql + ")", row -> KeyText.parse(row.getBytes(1)), values)
                .orElseGet(() -> new int[0]);
    }
}
