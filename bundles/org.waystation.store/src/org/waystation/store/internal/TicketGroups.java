package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.store.StoreException;

/** The groups of a queue in their order, one after the other, each found by a step in an index. */
final class TicketGroups {

    private static final Set<TicketColumn> FEW_VALUES = Set.of(
            TicketColumn.STATUS,
            TicketColumn.PRIORITY,
            TicketColumn.ORIGIN,
            TicketColumn.COMPANY,
            TicketColumn.ASSIGNEE,
            TicketColumn.AGREEMENT);

    private final Session session;
    private final Generation generation;
    private final TicketColumn column;
    private final Deque<TicketConditions.Term> labels = new ArrayDeque<>();
    private Optional<Object> last = Optional.empty();
    private boolean begun;
    private boolean ended;

    TicketGroups(Session session, Generation generation, TicketColumn column) {
        this.session = session;
        this.generation = generation;
        this.column = column;
    }

    /** Whether a column has so few values that they are worth a look one by one. */
    static boolean are(TicketColumn column) {
        return FEW_VALUES.contains(column);
    }

    /** The next group as a condition; empty after the last one. */
    Optional<TicketConditions.Term> next() throws SQLException, StoreException {
        if (ended) {
            return Optional.empty();
        }
        return switch (column) {
            case COMPANY -> nextLabel(EntityKind.COMPANY, "company");
            case ASSIGNEE -> nextLabel(EntityKind.USER, "assignee");
            case AGREEMENT -> nextLabel(EntityKind.AGREEMENT, "agreement");
            default -> nextValue(column.name().toLowerCase(Locale.ROOT));
        };
    }

    private Optional<TicketConditions.Term> nextLabel(EntityKind kind, String field)
            throws SQLException, StoreException {
        if (!begun) {
            begun = true;
            labels.addAll(session.list(
                    "SELECT key FROM " + generation.label() + " WHERE kind = ? ORDER BY sort NULLS LAST, key",
                    row -> new TicketConditions.Term("t." + field + " = ?", List.of(row.getLong(1)), true),
                    kind.code()));
        }
        ended = labels.size() <= 1;
        return Optional.ofNullable(labels.pollFirst());
    }

    private Optional<TicketConditions.Term> nextValue(String field) throws SQLException, StoreException {
        String from = generation.ticket() + " WHERE " + field;
        Optional<Object> value = last.isEmpty()
                ? session.first(
                        "SELECT " + field + " FROM " + from + " IS NOT NULL ORDER BY " + field + " LIMIT 1",
                        row -> row.getObject(1))
                : session.first(
                        "SELECT " + field + " FROM " + from + " > ? ORDER BY " + field + " LIMIT 1",
                        row -> row.getObject(1),
                        last.get());
        if (value.isPresent()) {
            last = value;
            return Optional.of(new TicketConditions.Term("+t." + field + " = ?", List.of(value.get()), false));
        }
        ended = true; // those without a value come last
        return Optional.of(new TicketConditions.Term("t." + field + " IS NULL", List.of(), true));
    }
}
