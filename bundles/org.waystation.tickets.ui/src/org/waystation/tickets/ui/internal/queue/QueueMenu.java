package org.waystation.tickets.ui.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.shell.widgets.MenuChoice;

/** The menu of the queue: order, groups and, where there are any, columns. */
final class QueueMenu {

    private static final List<TicketColumn> GROUPS = List.of(
            TicketColumn.COMPANY,
            TicketColumn.STATUS,
            TicketColumn.PRIORITY,
            TicketColumn.ASSIGNEE,
            TicketColumn.ORIGIN,
            TicketColumn.AGREEMENT);

    private final QueueView queue;

    QueueMenu(QueueView queue) {
        this.queue = queue;
    }

    List<MenuChoice> choices() {
        TicketQuery query = queue.query();
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Sort by"));
        for (TicketColumn column : TicketColumn.values()) {
            boolean present = column == query.sort();
            choices.add(MenuChoice.of(column.label(), () -> queue.sort(column, present && !query.descending()))
                    .withDetail(!present ? "" : query.descending() ? "descending" : "ascending")
                    .checkedIf(present));
        }
        choices.add(MenuChoice.heading("Group by"));
        choices.add(MenuChoice.of("Nothing", () -> queue.group(Optional.empty()))
                .checkedIf(query.group().isEmpty()));
        for (TicketColumn column : GROUPS) {
            choices.add(MenuChoice.of(column.label(), () -> queue.group(Optional.of(column)))
                    .checkedIf(query.group().filter(column::equals).isPresent()));
        }
        if (queue.table().wide()) {
            choices.add(MenuChoice.heading("Columns"));
            choices.addAll(queue.table().columnChoices());
        }
        return choices;
    }
}
