package org.waystation.tickets.ui.internal.queue;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.tickets.TicketRow;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.RowState;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.tickets.ui.internal.DueTime;
import org.waystation.tickets.ui.internal.Words;

/** A ticket in two lines: what it is and how urgent; below whose it is and how much time is left. */
final class TicketLines implements RowPaint<TicketRow> {

    private static final int PADDING = 12;
    private static final int NUMBER = 62;
    private static final int GAP = 8;
    private static final int DOT = 7;

    private final PillPainter pills = new PillPainter();
    private final TicketWorkflow workflow = new TicketWorkflow();
    private final RelativeTime times;

    TicketLines(RelativeTime times) {
        this.times = times;
    }

    @Override
    public void paint(Brush brush, TicketRow row, Rectangle area, RowState state) {
        int left = area.x + PADDING;
        int right = area.x + area.width - PADDING;
        int text = left + NUMBER + GAP;
        int first = area.y + 6;
        int second = area.y + 29;

        String number = row.number().map(String::valueOf).orElse("new");
        brush.text(
                number, TextStyle.BODY, Tone.DIM, new Rectangle(left, first, NUMBER, PillPainter.HEIGHT), Align.LEFT);
        String priority = Words.priority(row.priority());
        int priorityX = right - pills.width(brush, priority);
        pills.paint(brush, priority, Words.tint(row.priority()), priorityX, first);
        Rectangle subject = new Rectangle(text, first, priorityX - GAP - text, PillPainter.HEIGHT);
        brush.text(row.subject(), TextStyle.BODY_STRONG, Tone.TEXT, subject, Align.LEFT);

        int end = right;
        if (row.unsynced()) {
            brush.disc(right - DOT, second + (PillPainter.HEIGHT - DOT) / 2, DOT, Tone.WARN_MARK);
            end -= DOT + GAP;
        }
        DueTime due = DueTime.of(row.resolutionDueAt(), row.clockPaused(), workflow.isOpen(row.status()), times);
        int dueWidth = brush.width(due.words(), TextStyle.SMALL);
        Rectangle dueBox = new Rectangle(end - dueWidth, second, dueWidth, PillPainter.HEIGHT);
        brush.text(due.words(), TextStyle.SMALL, due.tone(), dueBox, Align.RIGHT);

        String origin = Words.origin(row.origin(), row.type());
        int x = text + pills.paint(brush, origin, Words.tint(row.origin(), row.type()), text, second) + GAP;
        Rectangle whose = new Rectangle(x, second, end - dueWidth - GAP - x, PillPainter.HEIGHT);
        brush.text(whose(row), TextStyle.SMALL, Tone.DIM, whose, Align.LEFT);
    }

    private static String whose(TicketRow row) {
        String agreement = Words.agreement(row.agreementKind());
        return row.companyName().isEmpty() ? agreement : row.companyName() + " · " + agreement;
    }
}
