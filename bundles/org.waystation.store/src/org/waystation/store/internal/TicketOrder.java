package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketQuery;

/** A queue's order as SQL terms, and what has to be joined to the ticket table {@code t} for them. */
final class TicketOrder {

    private static final String SUBJECT = "s";

    private final Generation generation;
    private final List<String> terms = new ArrayList<>();

    /** Joined tables by alias, with the condition that ties each to its ticket. */
    private final Map<String, Joined> joined = new LinkedHashMap<>();

    private record Joined(String table, String condition) {}

    TicketOrder(TicketQuery query, Generation generation) {
        this.generation = generation;
        query.group().ifPresent(column -> add(column, false));
        add(query.sort(), query.descending());
        String key = query.sort() == TicketColumn.SUBJECT ? "s.rowkey" : "t.rowkey";
        terms.add(key + direction(query.descending()));
    }

    /**
     * Reads from an index in this order, without sorting: what the order begins with is the outer loop. Only for an order
     * by one column.
     */
    String streamed() {
        if (joined.containsKey(SUBJECT) && joined.size() == 1) {
            return appendOrder(new StringBuilder("SELECT s.rowkey AS k FROM " + generation.subject() + " AS s"))
                    .toString(); // which has a row for each ticket
        }
        StringBuilder sql = new StringBuilder("SELECT t.rowkey AS k FROM ");
        joined.forEach((alias, join) ->
                sql.append(join.table()).append(" AS ").append(alias).append(" CROSS JOIN "));
        sql.append(generation.ticket()).append(" AS t");
        appendWhere(sql, "1");
        return appendOrder(sql).toString();
    }

    /** Finds the tickets first and sorts them then. */
    String sorted(TicketConditions conditions) {
        StringBuilder sql = new StringBuilder("SELECT t.rowkey AS k FROM ")
                .append(generation.ticket())
                .append(" AS t");
        if (conditions.onlyOpen()) {
            sql.append(" INDEXED BY ").append(TicketProjection.openIndex(generation));
        }
        joined.forEach((alias, join) ->
                sql.append(" CROSS JOIN ").append(join.table()).append(" AS ").append(alias));
        appendWhere(sql, conditions.sql());
        return appendOrder(sql).toString();
    }

    private void appendWhere(StringBuilder sql, String conditions) {
        sql.append(" WHERE ").append(conditions);
        joined.values().forEach(join -> sql.append(" AND ").append(join.condition()));
    }

    private StringBuilder appendOrder(StringBuilder sql) {
        return sql.append(" ORDER BY ").append(String.join(", ", terms));
    }

    private void add(TicketColumn column, boolean descending) {
        switch (column) {
            case NUMBER -> add("t.number", descending);
            case STATUS -> add("t.status", descending);
            case PRIORITY -> add("t.priority", descending);
            case SLA_DUE -> add("t.due", descending);
            case ORIGIN -> add("t.origin", descending);
            case UPDATED -> add("t.updated", descending);
            case SUBJECT -> {
                joined.put(SUBJECT, new Joined(generation.subject(), "s.rowkey = t.rowkey"));
                add("s.subject", descending);
            }
            case COMPANY -> addLabel(EntityKind.COMPANY, "company", descending);
            case ASSIGNEE -> addLabel(EntityKind.USER, "assignee", descending);
            case AGREEMENT -> addLabel(EntityKind.AGREEMENT, "agreement", descending);
        }
    }

    private void addLabel(EntityKind kind, String column, boolean descending) {
        String alias = "l_" + column;
        joined.put(
                alias,
                new Joined(
                        generation.label(),
                        alias + ".kind = '" + kind.code() + "' AND t." + column + " = " + alias + ".key"));
        add(alias + ".sort", descending);
        terms.add(alias + ".key" + direction(descending)); // two of the same name stay apart, and it streams
    }

    /** What has no value comes last in either direction. */
    private void add(String column, boolean descending) {
        terms.add(column + direction(descending) + " NULLS LAST");
    }

    private static String direction(boolean descending) {
        return descending ? " DESC" : " ASC";
    }
}
