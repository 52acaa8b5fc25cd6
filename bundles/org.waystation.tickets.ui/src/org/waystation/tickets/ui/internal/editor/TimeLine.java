package org.waystation.tickets.ui.internal.editor;

import java.util.Locale;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.tickets.TicketView.Entry;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.shell.widgets.Tint;

/** Time booked, as one line between the messages. */
final class TimeLine extends PaintedControl {

    private static final int LEFT = 14;

    private final RelativeTime times;
    private final PillPainter pills = new PillPainter();
    private String words = "";
    private String moment = "";
    private boolean unsynced;

    TimeLine(Composite parent, Look look, RelativeTime times) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.times = times;
    }

    /** @param who whoever booked it; empty where that is not known */
    void show(Entry<TimeEntry> entry, String who) {
        TimeEntry time = entry.value();
        words = (entry.mine() ? "You booked " : who.isEmpty() ? "Booked: " : who + " booked ")
                + RelativeTime.minutes(time.minutes()) + ", "
                + time.workType().label().toLowerCase(Locale.ROOT)
                + (time.billable() ? "" : ", not billable")
                + (time.comment().isBlank() ? "" : " · " + time.comment().strip());
        moment = time.startedAt().map(times::moment).orElse("");
        unsynced = entry.unsynced();
        time.startedAt().map(times::exact).ifPresent(this::setToolTipText);
        changed();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.icon("timer", Tone.DIM, LEFT + 3, (area.height - 16) / 2);
        int x = LEFT + 32;
        int right = area.width - 12;
        if (unsynced) {
            int width = pills.width(brush, "not yet synced");
            pills.paint(brush, "not yet synced", Tint.WARN, right - width, (area.height - PillPainter.HEIGHT) / 2);
            right -= width + 8;
        }
        int momentWidth = brush.width(moment, TextStyle.SMALL);
        Rectangle text = new Rectangle(x, 0, right - x - momentWidth - 8, area.height);
        x += brush.text(words, TextStyle.SMALL, Tone.DIM, text, Align.LEFT) + 8;
        brush.text(moment, TextStyle.SMALL, Tone.FAINT, new Rectangle(x, 0, momentWidth, area.height), Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(200, 24);
    }

    @Override
    protected String accessibleName() {
        return words + " " + moment;
    }
}
