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
    private static final int HEAD = 40;
    private static final int LINE = 16;
    private static final int PADDING = 12;

    private final FigureColumns columns;
    private final List<String> cells;
    private final boolean head;
    private final @Nullable Runnable press;
    private final Tone lastTone;

    /** @param lastTone of the last cell */
    FigureRow(
            Composite parent,
            Look look,
            FigureColumns columns,
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
        if (!head) { // whose words may stand below each other
            columns.add(cells);
        }
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
        int[] widths = columns.widths(brush, area.width - 2 * PADDING);
        int x = PADDING;
        for (int i = 0; i < widths.length; i++) {
            int end = x + widths[i];
            boolean last = i == widths.length - 1;
            Rectangle cell = new Rectangle(x, 0, end - x - (last ? 0 : FigureColumns.gap()), area.height);
            Align align = columns.all().get(i).figure() ? Align.RIGHT : Align.LEFT;
            if (head) {
                paintTitle(brush, cells.get(i), cell, align);
            } else {
                brush.text(cells.get(i), TextStyle.BODY, last ? lastTone : Tone.TEXT, cell, align);
            }
            x = end;
        }
    }

    /** Below each other where the words have no room beside each other. */
    private static void paintTitle(Brush brush, String title, Rectangle cell, Align align) {
        int middle = cell.y + cell.height / 2;
        int space = title.lastIndexOf(' ');
        if (space < 0 || brush.width(title, TextStyle.SMALL) <= cell.width) {
            Rectangle below = new Rectangle(cell.x, middle, cell.width, LINE);
            brush.text(title, TextStyle.SMALL, Tone.DIM, below, align);
            return;
        }
        Rectangle first = new Rectangle(cell.x, middle - LINE, cell.width, LINE);
        Rectangle second = new Rectangle(cell.x, middle, cell.width, LINE);
        brush.text(title.substring(0, space), TextStyle.SMALL, Tone.DIM, first, align);
        brush.text(title.substring(space + 1), TextStyle.SMALL, Tone.DIM, second, align);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(300, head ? HEAD : HEIGHT);
    }

    @Override
    protected String accessibleName() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            words.append(i == 0 ? "" : ", ");
            words.append(head || i == 0 ? "" : columns.all().get(i).title() + " ");
            words.append(cells.get(i));
        }
        return words.toString();
    }
}
