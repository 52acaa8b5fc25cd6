package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waystation.api.tickets.TicketColumn;
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

    /** So many subjects are looked up one by one before it is cheaper to go through all in order. */
    private static final int LOOKED_UP = 5_000;

    /** So many groups are asked one by one for a first page before it is cheaper to sort all tickets. */
    private static final int GROUPS_ASKED = 40;

    /** So many found by an index are looked up and sorted at once. */
    private static final int FEW = 20_000;

    /** So many are looked up by an index before it is cheaper to go through all. */
    private static final int MANY = 60_000;

    private final Session session;
    private final Generation generation;
    private final TicketConditions conditions;
    private final TicketOrder order;
    /** The tickets whose text matches, where words are asked for: found once, whatever is asked of them then. */
    private final Optional<BitSet> matching;

    private final boolean sortFound;
    private final boolean few;
    private final TicketQuery query;

    TicketQueue(Database.Snapshot snapshot, TicketQuery query, Optional<UUID> me) throws SQLException, StoreException {
        this(
                snapshot.session(),
                snapshot.generation(),
                query,
                new TicketConditions(query.filter(), me, snapshot.generation()));
    }

    private TicketQueue(Session session, Generation generation, TicketQuery query, TicketConditions conditions)
            throws SQLException, StoreException {
        this(session, generation, query, conditions, matching(session, conditions));
    }

    private TicketQueue(
            Session session,
            Generation generation,
            TicketQuery query,
            TicketConditions conditions,
            Optional<BitSet> matching)
            throws SQLException, StoreException {
        this.session = session;
        this.generation = generation;
        this.query = query;
        this.conditions = conditions;
        this.matching = matching;
        this.order = new TicketOrder(query, generation);
        // Subjects are looked up one by one.
        this.few = matching.filter(found -> found.cardinality() <= LOOKED_UP).isPresent()
                || conditions.leadsToFew(session, query.sort() == TicketColumn.SUBJECT ? LOOKED_UP : FEW);
        this.sortFound = few || query.group().isPresent();
    }

    private static Optional<BitSet> matching(Session session, TicketConditions conditions)
            throws SQLException, StoreException {
        Optional<SearchText> words = conditions.words();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        bits(packed(session, conditions.matching(), words.get().expression())));
    }

    int[] keys() throws SQLException, StoreException {
        if (sortFound) {
            return packed(order.sorted(conditions), conditions.values());
        }
        return conditions.isEmpty() ? packed(order.streamed()) : orderedBy(filtered());
    }

    int[] first(int limit) throws SQLException, StoreException {
        if (!few && query.group().filter(TicketGroups::are).isPresent()) {
            Optional<int[]> grouped = firstOfGroups(query.group().get(), limit);
            if (grouped.isPresent()) {
                return grouped.get();
            }
        }
        if (sortFound) {
            return packed(order.sorted(conditions) + " LIMIT " + limit, conditions.values());
        }
        if (conditions.isEmpty()) {
            return packed(order.streamed() + " LIMIT " + limit);
        }
        if (conditions.only(query.sort()).size() == 1) {
            // All have the same value, so what is left of the order is that in which they lie.
            return packed(
                    "SELECT t.rowkey AS k FROM " + generation.ticket() + " AS t WHERE " + conditions.sql()
                            + " ORDER BY t.rowkey" + (query.descending() ? " DESC" : "") + " LIMIT " + limit,
                    conditions.values());
        }
        if (matching.isPresent() || conditions.leadsToFew(session, MANY)) {
            return firstOf(filtered(), limit);
        }
        int[] probed = packed(
                "SELECT p.k AS k FROM (" + order.streamed() + " LIMIT " + PROBED + ") AS p CROSS JOIN "
                        + generation.ticket() + " AS t ON t.rowkey = p.k WHERE " + conditions.sql() + " LIMIT " + limit,
                conditions.values());
        return probed.length == limit ? probed : firstOf(filtered(), limit);
    }

    /** Groups come in their order, and few of them fill a page, so all the others need no sorting. */
    private Optional<int[]> firstOfGroups(TicketColumn column, int limit) throws SQLException, StoreException {
        TicketQuery ungrouped = query.groupedBy(Optional.empty());
        TicketGroups groups = new TicketGroups(session, generation, column);
        IntStream found = IntStream.empty();
        int count = 0;
        for (int asked = 0; count < limit; asked++) {
            if (asked == GROUPS_ASKED) {
                return Optional.empty();
            }
            Optional<TicketConditions.Term> group = groups.next();
            if (group.isEmpty()) {
                break;
            }
            if (isOutOfQuestion(column, group.get())) {
                continue;
            }
            int[] keys = new TicketQueue(session, generation, ungrouped, conditions.and(group.get()), matching)
                    .first(limit - count);
            found = IntStream.concat(found, Arrays.stream(keys));
            count += keys.length;
        }
        return Optional.of(found.toArray());
    }

    /** Whether the filter wants other values than the group's. */
    private boolean isOutOfQuestion(TicketColumn column, TicketConditions.Term group) {
        List<Object> only = conditions.only(column);
        return !only.isEmpty()
                && (group.values().isEmpty()
                        || only.stream()
                                .noneMatch(wanted -> wanted.toString()
                                        .equals(group.values().getFirst().toString())));
    }

    /** The first ones in order of those that were found: looked up where they are few, else met on the way. */
    private int[] firstOf(BitSet found, int limit) throws SQLException, StoreException {
        int count = found.cardinality();
        if (count == 0) {
            return new int[0];
        }
        if (count <= LOOKED_UP) {
            return packed(order.sorted(conditions) + " LIMIT " + limit, conditions.values());
        }
        int wanted = Math.min(limit, count);
        for (int window = 4 * PROBED; ; window *= 4) {
            int[] keys = packed(order.streamed() + " LIMIT " + window);
            int[] first = Arrays.stream(keys).filter(found::get).limit(wanted).toArray();
            if (first.length == wanted || keys.length < window) {
                return first;
            }
        }
    }

    /** The words by their index, all else in one pass over the tickets. */
    private BitSet filtered() throws SQLException, StoreException {
        if (matching.isEmpty()) {
            return passing(conditions);
        }
        TicketConditions rest = conditions.withoutWords();
        if (rest.isEmpty()) {
            return matching.get();
        }
        BitSet found = passing(rest);
        found.and(matching.get());
        return found;
    }

    private BitSet passing(TicketConditions wanted) throws SQLException, StoreException {
        String index = wanted.onlyOpen() ? " INDEXED BY " + TicketProjection.openIndex(generation) : "";
        return bits(packed(
                "SELECT t.rowkey AS k FROM " + generation.ticket() + " AS t" + index + " WHERE " + wanted.sql(),
                wanted.values()));
    }

    private static BitSet bits(int[] keys) {
        BitSet bits = new BitSet();
        for (int key : keys) {
            bits.set(key);
        }
        return bits;
    }

    private int[] orderedBy(BitSet filtered) throws SQLException, StoreException {
        int[] all = packed(order.streamed());
        return Arrays.stream(all).filter(filtered::get).toArray();
    }

    /** One text with all keys crosses from SQLite to Java many times faster than a row for each. */
    private int[] packed(String sql, @Nullable Object... values) throws SQLException, StoreException {
        return packed(session, sql, values);
    }

    private static int[] packed(Session session, String sql, @Nullable Object... values)
            throws SQLException, StoreException {
        return session.first("SELECT group_concat(k) FROM (" + sql + ")", row -> KeyText.parse(row.getBytes(1)), values)
                .orElseGet(() -> new int[0]);
    }
}
