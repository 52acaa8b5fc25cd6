package org.waystation.tickets.ui.internal.queue;

import org.eclipse.swt.widgets.Composite;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketRow;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.tickets.ui.internal.Words;

/** Makes the record table of tickets. */
public final class TicketTable {

    private static final int WIDE_FROM = 880;

    private TicketTable() {}

    public static RecordTable<TicketRow> make(Composite parent, Look look, RelativeTime times) {
        TableForm<TicketRow> form = new TableForm<>(
                "Tickets",
                TicketRow::id,
                TicketTable::words,
                new TicketLines(times),
                new TicketColumns(times).all(),
                WIDE_FROM);
        return new RecordTable<>(parent, look, form);
    }

    /** What the rows of a group have in common, as its heading says it. */
    public static String group(TicketRow row, TicketColumn column) {
        return switch (column) {
            case NUMBER -> row.number().map(String::valueOf).orElse("New");
            case COMPANY -> row.companyName();
            case SUBJECT -> row.subject();
            case STATUS -> row.status().label();
            case PRIORITY -> Words.priority(row.priority());
            case ASSIGNEE -> row.mine() ? "You" : row.assigneeName();
            case ORIGIN -> row.origin().label();
            case AGREEMENT -> Words.agreement(row.agreementKind());
            case SLA_DUE ->
                row.resolutionDueAt()
                        .map(due -> due.toString().substring(0, 10))
                        .orElse("");
            case UPDATED ->
                row.updatedAt().map(at -> at.toString().substring(0, 10)).orElse("");
        };
    }

    private static String words(TicketRow row) {
        return row.number().map(number -> number + " ").orElse("") + row.subject() + ", " + row.companyName() + ", "
                + Words.priority(row.priority()) + ", " + row.status().label()
                + (row.unsynced() ? ", not yet synced" : "");
    }
}
