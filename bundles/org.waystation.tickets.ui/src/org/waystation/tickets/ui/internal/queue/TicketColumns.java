package org.waystation.tickets.ui.internal.queue;

import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.graphics.Rectangle;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketRow;
import org.waystation.shell.table.Column;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.shell.widgets.Tint;
import org.waystation.tickets.ui.internal.DueTime;
import org.waystation.tickets.ui.internal.Words;

/** The columns of the queue. */
final class TicketColumns {

    private static final int DOT = 7;

    private final PillPainter pills = new PillPainter();
    private final TicketWorkflow workflow = new TicketWorkflow();
    private final RelativeTime times;

    TicketColumns(RelativeTime times) {
        this.times = times;
    }

    List<Column<TicketRow>> all() {
        return List.of(
                new Column<>(TicketColumn.NUMBER.name(), TicketColumn.NUMBER.label(), 84, false, this::number),
                text(TicketColumn.COMPANY, 150, Tone.TEXT, TicketRow::companyName),
                new Column<>(
                        TicketColumn.SUBJECT.name(), TicketColumn.SUBJECT.label(), 320, true, TicketColumns::subject),
                text(TicketColumn.STATUS, 132, Tone.TEXT, row -> row.status().label()),
                new Column<>(
                        TicketColumn.PRIORITY.name(),
                        TicketColumn.PRIORITY.label(),
                        76,
                        false,
                        (b, row, area, s) -> pill(b, area, Words.priority(row.priority()), Words.tint(row.priority()))),
                text(TicketColumn.ASSIGNEE, 124, Tone.TEXT, row -> row.mine() ? "You" : row.assigneeName()),
                new Column<>(TicketColumn.SLA_DUE.name(), TicketColumn.SLA_DUE.label(), 96, false, this::due),
                new Column<>(
                        TicketColumn.ORIGIN.name(),
                        TicketColumn.ORIGIN.label(),
                        106,
                        false,
                        (b, row, area, s) -> pill(
                                b, area, Words.origin(row.origin(), row.type()), Words.tint(row.origin(), row.type()))),
                text(TicketColumn.AGREEMENT, 104, Tone.DIM, row -> Words.agreement(row.agreementKind())),
                text(
                        TicketColumn.UPDATED,
                        100,
                        Tone.DIM,
                        row -> row.updatedAt().map(times::ago).orElse("")));
    }

    private static Column<TicketRow> text(TicketColumn column, int width, Tone tone, Function<TicketRow, String> text) {
        return Column.text(column.name(), column.label(), width, tone, text);
    }

    private void number(Brush brush, TicketRow row, Rectangle area, Object state) {
        String number = row.number().map(String::valueOf).orElse("new");
        int width = brush.text(number, TextStyle.BODY, Tone.DIM, area, Align.LEFT);
        if (row.unsynced()) {
            brush.disc(area.x + width + 6, area.y + (area.height - DOT) / 2, DOT, Tone.WARN_MARK);
        }
    }

    private static void subject(Brush brush, TicketRow row, Rectangle area, Object state) {
        brush.text(row.subject(), TextStyle.BODY_STRONG, Tone.TEXT, area, Align.LEFT);
    }

    private void due(Brush brush, TicketRow row, Rectangle area, Object state) {
        DueTime due = DueTime.of(row.resolutionDueAt(), row.clockPaused(), workflow.isOpen(row.status()), times);
        brush.text(due.words(), TextStyle.BODY, due.tone(), area, Align.LEFT);
    }

    private void pill(Brush brush, Rectangle area, String word, Tint tint) {
        pills.paint(brush, word, tint, area.x, area.y + (area.height - PillPainter.HEIGHT + 1) / 2);
    }
}
