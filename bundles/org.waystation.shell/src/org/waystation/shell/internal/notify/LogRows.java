package org.waystation.shell.internal.notify;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.notify.Notification;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** The lines of the event log, newest first. Enter or a click on its word does the first action of the selected one. */
final class LogRows extends PaintedControl {

    private static final int ROW = 28;
    private static final int TIME_AT = 12;
    private static final int ICON_AT = 66;
    private static final int TEXT_AT = 92;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private List<LogEntry> entries = List.of();
    private int selected;
    private int top;

    LogRows(Composite parent, Look look) {
        super(parent, look, true, ACC.ROLE_LIST);
        setData("org.waystation.id", "waystation.eventlog.rows");
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.MouseDown, event -> select(top + event.y / ROW));
        addListener(SWT.MouseWheel, event -> scroll(top - Integer.signum(event.count) * 3));
    }

    void show(List<LogEntry> now) {
        entries = List.copyOf(now);
        selected = Math.clamp(selected, 0, Math.max(0, entries.size() - 1));
        scroll(top);
    }

    /** The lines as text, for those who look for one. */
    @Override
    public String getText() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(describe(entry)).append('\n'));
        return text.toString();
    }

    private static String describe(LogEntry entry) {
        Notification notification = entry.notification();
        return notification.group() + ": " + notification.title() + (entry.settled() ? " (settled)" : "");
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> select(selected + 1);
            case SWT.ARROW_UP -> select(selected - 1);
            case SWT.HOME -> select(0);
            case SWT.END -> select(entries.size() - 1);
            default -> {} // the rest is not for the list
        }
    }

    private void select(int index) {
        if (index >= 0 && index < entries.size()) {
            selected = index;
            int page = Math.max(1, getClientArea().height / ROW);
            scroll(Math.max(Math.min(top, selected), selected - page + 1));
            getAccessible().selectionChanged();
        }
    }

    private void scroll(int to) {
        int page = Math.max(1, getClientArea().height / ROW);
        top = Math.clamp(to, 0, Math.max(0, entries.size() - page));
        redraw();
    }

    @Override
    protected void pressed(int x) {
        if (selected < entries.size()) {
            List<Notification.Action> actions =
                    entries.get(selected).notification().actions();
            boolean onAction = x < 0 || x > getClientArea().width - 160;
            if (!actions.isEmpty() && onAction) {
                actions.getFirst().run().run();
            }
        }
    }

    @Override
    protected String accessibleName() {
        return selected < entries.size() ? describe(entries.get(selected)) : "Event log, nothing yet";
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(400, 4 * ROW);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (entries.isEmpty()) {
            Rectangle line = new Rectangle(TIME_AT, 8, area.width - TIME_AT, ROW);
            brush.text("Nothing has happened yet", TextStyle.BODY, Tone.DIM, line, Align.LEFT);
        }
        for (int i = top; i < entries.size() && (i - top) * ROW < area.height; i++) {
            row(brush, new Rectangle(0, (i - top) * ROW, area.width, ROW), entries.get(i), i == selected);
        }
    }

    private void row(Brush brush, Rectangle line, LogEntry entry, boolean isSelected) {
        Notification notification = entry.notification();
        if (isSelected) {
            brush.fill(line, isFocusControl() ? Tone.SELECTION : Tone.SELECTION_UNFOCUSED);
        }
        String time = TIME.format(entry.at().atZone(ZoneId.systemDefault()));
        brush.text(time, TextStyle.SMALL, Tone.DIM, cell(line, TIME_AT, ICON_AT - TIME_AT), Align.LEFT);
        Tone icon = entry.settled() ? Tone.FAINT : LevelIcon.tone(notification.level());
        brush.icon(LevelIcon.icon(notification.level()), icon, ICON_AT, line.y + (ROW - 16) / 2);
        int right = line.width - 12;
        String end = entry.settled()
                ? "settled"
                : notification.actions().stream()
                        .findFirst()
                        .map(Notification.Action::label)
                        .orElse("");
        right -= brush.text(
                end,
                TextStyle.SMALL,
                entry.settled() ? Tone.FAINT : Tone.ACCENT,
                cell(line, right - 160, 160),
                Align.RIGHT);
        int x = TEXT_AT;
        x += 10
                + brush.text(
                        notification.title(),
                        TextStyle.BODY,
                        entry.settled() ? Tone.DIM : Tone.TEXT,
                        cell(line, x, right - x - 12),
                        Align.LEFT);
        String detail = notification.detail().replace('\n', ' ');
        brush.text(detail, TextStyle.SMALL, Tone.DIM, cell(line, x, right - x - 12), Align.LEFT);
    }

    private static Rectangle cell(Rectangle line, int x, int width) {
        return new Rectangle(x, line.y, width, line.height);
    }
}
