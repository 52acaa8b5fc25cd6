package org.waystation.shell.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** The lines of a {@link PickSheet}; the keyboard stays in the box above it. */
final class PickList<T> extends PaintedControl {

    static final int VISIBLE = 9;

    private static final int ROW = 32;
    private static final int PADDING = 10;
    private static final int ICON = 24;

    private final Function<T, PickSheet.Line> line;
    private List<T> found = List.of();
    private String message = "Searching…";
    private int selected = -1;
    private int top;

    PickList(Composite parent, Look look, Function<T, PickSheet.Line> line, Consumer<T> take) {
        super(parent, look, false, ACC.ROLE_LIST);
        this.line = line;
        addListener(SWT.MouseMove, event -> point(event).ifPresent(this::select));
        addListener(
                SWT.MouseUp, event -> point(event).flatMap(index -> selected()).ifPresent(take));
        addListener(SWT.MouseVerticalWheel, event -> move(-Integer.signum(event.count)));
    }

    /** What is there stays until the answer comes. */
    void searching() {
        message = "Searching…";
    }

    void show(List<T> newFound) {
        found = List.copyOf(newFound);
        message = "Nothing matches.";
        selected = found.isEmpty() ? -1 : 0;
        top = 0;
        redraw();
    }

    void fail(String why) {
        show(List.of());
        message = why;
    }

    Optional<T> selected() {
        return selected >= 0 && selected < found.size() ? Optional.of(found.get(selected)) : Optional.empty();
    }

    void move(int by) {
        if (!found.isEmpty()) {
            select(Math.clamp(selected + by, 0, found.size() - 1));
        }
    }

    private void select(int index) {
        selected = index;
        top = Math.clamp(top, Math.max(0, index - VISIBLE + 1), index);
        redraw();
    }

    private Optional<Integer> point(Event event) {
        int index = top + event.y / ROW;
        return index >= 0 && index < Math.min(found.size(), top + VISIBLE) ? Optional.of(index) : Optional.empty();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (found.isEmpty()) {
            brush.text(
                    message,
                    TextStyle.BODY,
                    Tone.DIM,
                    new Rectangle(PADDING, 0, area.width - 2 * PADDING, ROW),
                    Align.LEFT);
        }
        for (int i = top; i < Math.min(found.size(), top + VISIBLE); i++) {
            paint(brush, line.apply(found.get(i)), new Rectangle(0, (i - top) * ROW, area.width, ROW), i == selected);
        }
    }

    private static void paint(Brush brush, PickSheet.Line line, Rectangle row, boolean chosen) {
        if (chosen) {
            brush.fillRound(row, 6, Tone.SELECTION);
        }
        int x = PADDING;
        if (!line.icon().isEmpty()) {
            brush.icon(line.icon(), Tone.DIM, x, row.y + (ROW - 16) / 2);
            x += ICON;
        }
        int most = (row.width - x - PADDING) / 2;
        String detail = brush.fit(line.detail(), TextStyle.SMALL, most);
        int detailWidth = brush.width(detail, TextStyle.SMALL);
        Rectangle title = new Rectangle(x, row.y, row.width - x - detailWidth - 2 * PADDING, ROW);
        brush.text(line.title(), TextStyle.BODY, Tone.TEXT, title, Align.LEFT);
        Rectangle end = new Rectangle(row.width - PADDING - detailWidth, row.y, detailWidth, ROW);
        brush.text(detail, TextStyle.SMALL, Tone.DIM, end, Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(300, VISIBLE * ROW);
    }

    @Override
    protected String accessibleName() {
        return selected()
                .map(line)
                .map(shown -> shown.title() + ", " + shown.detail())
                .orElse(message);
    }
}
