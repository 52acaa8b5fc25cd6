package org.waystation.tickets.ui.internal.parts;

import java.util.Map;
import java.util.Optional;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.shell.table.Arrangement;
import org.waystation.tickets.ui.internal.queue.QueueView;

/**
 * How the queue was arranged, in a part's persisted state. The filter is not among it, since the state lies readable on
 * the disk; {@link FilterMemory} has it.
 */
final class QueueMemory {

    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final String GROUP = "group";
    private static final String COLUMNS = "columns";

    private final Map<String, String> state;

    QueueMemory(Map<String, String> state) {
        this.state = state;
    }

    void restore(QueueView view) {
        TicketQuery query = view.query();
        TicketColumn sort = column(SORT).orElse(query.sort());
        boolean descending = Boolean.parseBoolean(state.getOrDefault(DESCENDING, "false"));
        view.show(query.sortedBy(sort, descending).groupedBy(column(GROUP)));
        Optional.ofNullable(state.get(COLUMNS)).map(Arrangement::parse).ifPresent(view::arrange);
    }

    void keep(QueueView view) {
        TicketQuery query = view.query();
        state.put(SORT, query.sort().name());
        state.put(DESCENDING, Boolean.toString(query.descending()));
        state.put(GROUP, query.group().map(Enum::name).orElse(""));
        state.put(COLUMNS, view.arrangement().toString());
    }

    /** What another version wrote may name a column that there is not. */
    private Optional<TicketColumn> column(String key) {
        String name = state.getOrDefault(key, "");
        for (TicketColumn column : TicketColumn.values()) {
            if (column.name().equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
