package org.waystation.shell.widgets;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.internal.markdown.Block;
import org.waystation.shell.internal.markdown.Block.Cell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A table of a text: cells that can be read, selected and copied, between hairlines. */
final class TableGrid extends Panel {

    private final Look look;
    private final CellsLayout cells;

    TableGrid(Composite parent, Look look, Tone ground, Block.Table table, Consumer<String> follow) {
        super(parent, look, ground, SWT.DOUBLE_BUFFERED);
        this.look = look;
        int columns = Math.max(1, table.rows().getFirst().size());
        cells = new CellsLayout(columns);
        setLayout(cells);
        boolean head = true;
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < columns; i++) {
                FlowText text = i < row.size()
                        ? new FlowText(this, look, ground, row.get(i).flow(), follow)
                        : new FlowText(this, look, ground, new Block.Flow("", List.of(), List.of()), follow);
                if (head) {
                    text.strong();
                }
                StyledText control = text.control();
                control.setAlignment(i < row.size() ? alignment(row.get(i)) : SWT.LEFT);
            }
            head = false;
        }
        addListener(SWT.Paint, this::paintLines);
        addListener(SWT.Resize, event -> redraw());
    }

    private static int alignment(Cell cell) {
        return switch (cell.side()) {
            case LEFT -> SWT.LEFT;
            case CENTER -> SWT.CENTER;
            case RIGHT -> SWT.RIGHT;
        };
    }

    private void paintLines(Event event) {
        Brush brush = new Brush(event.gc, look);
        Rectangle area = getClientArea();
        int[] rows = cells.rows(this);
        for (int i = 0; i < rows.length - 1; i++) {
            brush.line(0, rows[i], area.width, rows[i], Tone.LINE);
            if (i == 0) {
                brush.line(0, rows[i] - 1, area.width, rows[i] - 1, Tone.LINE);
            }
        }
    }
}
