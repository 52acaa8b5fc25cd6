package org.waystation.api.tickets;

import java.util.Optional;

/**
 * What a queue shows and in which order.
 *
 * @param filter which tickets
 * @param sort by which column
 * @param descending largest, latest or last first
 * @param group groups the rows by this column before they are sorted
 */
public record TicketQuery(TicketFilter filter, TicketColumn sort, boolean descending, Optional<TicketColumn> group) {

    /** My open tickets, those due soonest first. */
    public static TicketQuery myQueue() {
        return new TicketQuery(
                TicketFilter.parse("assignee:me status:open"), TicketColumn.SLA_DUE, false, Optional.empty());
    }

    public TicketQuery withFilter(TicketFilter newFilter) {
        return new TicketQuery(newFilter, sort, descending, group);
    }

    public TicketQuery sortedBy(TicketColumn column, boolean newDescending) {
        return new TicketQuery(filter, column, newDescending, group);
    }

    public TicketQuery groupedBy(Optional<TicketColumn> column) {
        return new TicketQuery(filter, sort, descending, column);
    }
}
