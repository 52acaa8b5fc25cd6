package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketFilter.Key;
import org.waystation.api.tickets.TicketQuery;

/**
 * A ticket queue in SQL. Conditions on columns with few values stand behind a unary plus, which keeps SQLite from using
 * an index on them (https://www.sqlite.org/optoverview.html): reading in order and leaving out some is better than
 * sorting a third of all tickets.
 */
final class TicketSql {

    private static final String UNKNOWN_USER = "nobody";

    private final Generation generation;
    private final Set<EntityKind> joined = new LinkedHashSet<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    private TicketSql(Generation generation) {
        this.generation = generation;
    }

    static TicketSql of(TicketQuery query, Optional<UUID> me, Generation generation) {
        TicketSql sql = new TicketSql(generation);
        sql.filter(query.filter(), me);
        query.group().ifPresent(column -> sql.orderBy(column, false));
        sql.orderBy(query.sort(), query.descending());
        sql.order.add("t.rowkey" + direction(query.descending()));
        return sql;
    }

    /** Selects the keys of the query's rows in order. */
    String keys() {
        StringBuilder sql = new StringBuilder("SELECT t.rowkey AS k FROM ");
        // The label a queue is sorted by goes outside, so that its index gives the order; see docs/adr/0003.
        for (EntityKind kind : joined) {
            sql.append(generation.label()).append(" AS ").append(kind.code()).append(" CROSS JOIN ");
        }
        sql.append(generation.ticket()).append(" AS t WHERE ");
        sql.append(conditions.isEmpty() ? "1" : String.join(" AND ", conditions));
        return sql.append(" ORDER BY ").append(String.join(", ", order)).toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    private void filter(TicketFilter filter, Optional<UUID> me) {
        anyOf(filter.values(Key.ASSIGNEE), typed -> assignee(typed, me));
        anyOf(filter.values(Key.STATUS), this::status);
        anyOf(filter.values(Key.PRIORITY), typed -> word("priority", Words.PRIORITY, typed));
        anyOf(filter.values(Key.TYPE), typed -> word("type", Words.TYPE, typed));
        anyOf(filter.values(Key.ORIGIN), typed -> word("origin", Words.ORIGIN, typed));
        anyOf(filter.values(Key.COMPANY), typed -> labelled(EntityKind.COMPANY, "company", typed));
        anyOf(filter.values(Key.AGREEMENT), this::agreement);
        anyOf(filter.values(Key.TAG), this::tag);
        SearchText.of(filter.words()).ifPresent(match -> {
            conditions.add("t.rowkey IN (SELECT rowid FROM " + generation.text() + " WHERE words MATCH ?)");
            values.add(match.expression());
        });
    }

    private void anyOf(List<String> typed, Function<String, String> condition) {
        if (!typed.isEmpty()) {
            List<String> alternatives = typed.stream().map(condition).toList();
            conditions.add(
                    alternatives.size() == 1 ? alternatives.getFirst() : "(" + String.join(" OR ", alternatives) + ")");
        }
    }

    private String status(String typed) {
        // Written as in the partial indexes, so that SQLite sees that they hold all that is asked for.
        return Folding.fold(typed).equals("open") ? "t.open = 1" : word("status", Words.STATUS, typed);
    }

    private String word(String column, Words words, String typed) {
        values.add(words.meant(typed));
        return "+t." + column + " = ?";
    }

    private String assignee(String typed, Optional<UUID> me) {
        if (Folding.fold(typed).equals("me")) {
            values.add(me.map(Ids::bytes).orElse(null));
            return "t.assignee = (SELECT key FROM " + generation.label() + " WHERE id = ?)";
        }
        return isNone(typed) || Folding.fold(typed).equals(UNKNOWN_USER)
                ? "t.assignee = " + Labels.none(EntityKind.USER)
                : labelled(EntityKind.USER, "assignee", typed);
    }

    private String agreement(String typed) {
        if (isNone(typed)) {
            return "t.agreement = " + Labels.none(EntityKind.AGREEMENT);
        }
        values.add(Words.AGREEMENT.meant(typed));
        return "+t.agreement IN (SELECT key FROM " + generation.label() + " WHERE kind = 'agreement' AND sort = ?)";
    }

    private String labelled(EntityKind kind, String column, String typed) {
        values.add(Folding.fold(typed));
        return "t." + column + " IN (SELECT key FROM " + generation.label() + " WHERE kind = '" + kind.code()
                + "' AND instr(sort, ?) > 0)";
    }

    private String tag(String typed) {
        values.add(Folding.fold(typed));
        return "t.rowkey IN (SELECT ticket FROM " + generation.tag() + " WHERE tag = ?)";
    }

    private static boolean isNone(String typed) {
        return Folding.fold(typed).equals("none");
    }

    private void orderBy(TicketColumn column, boolean descending) {
        switch (column) {
            case NUMBER -> orderBy("t.number", descending);
            case SUBJECT -> orderBy("t.subject", descending);
            case STATUS -> orderBy("t.status", descending);
            case PRIORITY -> orderBy("t.priority", descending);
            case SLA_DUE -> orderBy("t.due", descending);
            case ORIGIN -> orderBy("t.origin", descending);
            case UPDATED -> orderBy("t.updated", descending);
            case COMPANY -> orderByLabel(EntityKind.COMPANY, "company", descending);
            case ASSIGNEE -> orderByLabel(EntityKind.USER, "assignee", descending);
            case AGREEMENT -> orderByLabel(EntityKind.AGREEMENT, "agreement", descending);
        }
    }

    /** What has no value comes last in either direction. */
    private void orderBy(String column, boolean descending) {
        order.add(column + direction(descending) + " NULLS LAST");
    }

    private void orderByLabel(EntityKind kind, String column, boolean descending) {
        if (joined.add(kind)) {
            conditions.add(kind.code() + ".kind = '" + kind.code() + "'");
            conditions.add("t." + column + " = " + kind.code() + ".key");
        }
        orderBy(kind.code() + ".sort", descending);
        if (!kind.equals(EntityKind.AGREEMENT)) {
            order.add(kind.code() + ".key" + direction(descending)); // two of the same name stay apart
        }
    }

    private static String direction(boolean descending) {
        return descending ? " DESC" : " ASC";
    }
}
