package org.waystation.insight.ui.internal.page;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Columns of one width, so many as have room: all of them, else half as many, and so on down to one. */
final class EvenColumns extends Layout {

    private final int apart;
    private final int below;

    /**
     * @param apart between columns, in pixels
     * @param below between lines, in pixels
     */
    EvenColumns(int apart, int below) {
        this.apart = apart;
        this.below = below;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        Control[] cells = composite.getChildren();
        Point cell = largest(cells);
        int columns = columns(cells.length, cell.x, wHint == SWT.DEFAULT ? Integer.MAX_VALUE : wHint);
        int lines = (cells.length + columns - 1) / columns;
        return new Point(columns * (cell.x + apart) - apart, lines * (cell.y + below) - below);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Control[] cells = composite.getChildren();
        Rectangle area = composite.getClientArea();
        Point cell = largest(cells);
        int columns = columns(cells.length, cell.x, area.width);
        int wide = (area.width + apart) / columns - apart;
        for (int i = 0; i < cells.length; i++) {
            cells[i].setBounds(
                    area.x + i % columns * (wide + apart), area.y + i / columns * (cell.y + below), wide, cell.y);
        }
    }

    private static Point largest(Control[] cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.computeSize(SWT.DEFAULT, SWT.DEFAULT))
                .reduce(new Point(1, 1), (a, b) -> new Point(Math.max(a.x, b.x), Math.max(a.y, b.y)));
    }

    private int columns(int cells, int wide, int room) {
        return IntStream.iterate(Math.max(1, cells), columns -> columns > 1, columns -> (columns + 1) / 2)
                .filter(columns -> (long) columns * (wide + apart) - apart <= room)
                .findFirst()
                .orElse(1);
    }
}
