package org.waystation.insight.ui.internal.page;

import java.util.List;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** A row of a table of figures: text on the left, figures on the right. Where there is something behind it, it can be pressed. */
final class FigureRow extends PaintedControl {

    private static final int HEIGHT = 28;
    private static final int PADDING = 12;
    private static final int GAP = 8;

    private final List<FigureColumn> columns;
    private final List<String> cells;
    private final boolean head;
    private final @Nullable Runnable press;
    private final Tone lastTone;

    /** @param lastTone of the last cell */
    FigureRow(
            Composite parent,
            Look look,
            List<FigureColumn> columns,
            List<String> cells,
            boolean head,
            Tone lastTone,
            @Nullable Runnable press) {
        super(parent, look, press != null, press == null ? ACC.ROLE_LABEL : ACC.ROLE_PUSHBUTTON);
        this.columns = columns;
        this.cells = cells;
        this.head = head;
        this.lastTone = lastTone;
        this.press = press;
    }

    @Override
    protected void pressed(int x) {
        if (press != null) {
            press.run();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle box = new Rectangle(PADDING / 2, 1, area.width - PADDING, area.height - 2);
        if (hovered()) {
            brush.fillRound(box, 6, Tone.HOVER);
        }
        if (ringed()) {
            brush.strokeRound(box, 6, 2, Tone.ACCENT);
        }
        if (head) {
            brush.line(PADDING, area.height - 1, area.width - PADDING, area.height - 1, Tone.LINE);
        }
        int wide = area.width - 2 * PADDING;
        int total = columns.stream().mapToInt(FigureColumn::width).sum();
        int x = PADDING;
        int used = 0;
        for (int i = 0; i < columns.size(); i++) {
            used += columns.get(i).width();
            int end = PADDING + wide * used / total;
            boolean last = i == columns.size() - 1;
            Tone tone = head ? Tone.DIM : last ? lastTone : Tone.TEXT;
            brush.text(
                    cells.get(i),
                    head ? TextStyle.SMALL : TextStyle.BODY,
                    tone,
                    new Rectangle(x, 0, end - x - (last ? 0 : GAP), area.height),
                    columns.get(i).figure() ? Align.RIGHT : Align.LEFT);
            x = end;
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(300, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            words.append(i == 0 ? "" : ", ");
            words.append(head || i == 0 ? "" : columns.get(i).title() + " ");
            words.append(cells.get(i));
        }
        return words.toString();
    }
}
