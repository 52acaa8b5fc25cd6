package org.waystation.shell.widgets;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Cells in rows of equal columns. A column gets what its widest cell wants; where that is too much for all of them, the
 * wide ones give way and their texts wrap.
 */
final class CellsLayout extends Layout {

    static final int PADDING_X = 10;
    static final int PADDING_Y = 5;

    private static final int NARROWEST = 48;

    private final int columns;
    private int[] wanted = {};

    CellsLayout(int columns) {
        this.columns = columns;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
        int[] widths = widths(composite, wHint);
        int[] heights = heights(composite, widths);
        return new Point(Arrays.stream(widths).sum() + 1, Arrays.stream(heights).sum() + 1);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        int[] widths = widths(composite, composite.getClientArea().width);
        int[] heights = heights(composite, widths);
        Control[] cells = composite.getChildren();
        int y = 0;
        for (int row = 0; row < heights.length; row++) {
            int x = 0;
            for (int column = 0; column < columns; column++) {
                Control cell = cells[row * columns + column];
                cell.setBounds(
                        x + PADDING_X, y + PADDING_Y, widths[column] - 2 * PADDING_X, heights[row] - 2 * PADDING_Y);
                x += widths[column];
            }
            y += heights[row];
        }
    }

    /** Where the rows end, downwards. */
    int[] rows(Composite composite) {
        int[] ends = heights(composite, widths(composite, composite.getClientArea().width));
        Arrays.parallelPrefix(ends, Integer::sum);
        return ends;
    }

    private int[] widths(Composite composite, int available) {
        if (wanted.length == 0) {
            wanted = wanted(composite);
        }
        int[] widths = wanted.clone();
        if (available == SWT.DEFAULT) {
            return widths;
        }
        int over = Arrays.stream(widths).sum() + 1 - available;
        while (over > 0) {
            int widest = 0;
            for (int i = 1; i < columns; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            int give = Math.min(over, Math.max(8, widths[widest] / 8));
            if (widths[widest] - give < NARROWEST) {
                break;
            }
            widths[widest] -= give;
            over -= give;
        }
        return widths;
    }

    private int[] wanted(Composite composite) {
        int[] widths = new int[columns];
        Control[] cells = composite.getChildren();
        for (int i = 0; i < cells.length; i++) {
            int width = cells[i].computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 2 * PADDING_X + 2;
            widths[i % columns] = Math.max(widths[i % columns], width);
        }
        return widths;
    }

    private int[] heights(Composite composite, int[] widths) {
        Control[] cells = composite.getChildren();
        int[] heights = new int[cells.length / columns];
        for (int i = 0; i < heights.length * columns; i++) {
            int height = cells[i].computeSize(widths[i % columns] - 2 * PADDING_X, SWT.DEFAULT).y + 2 * PADDING_Y;
            heights[i / columns] = Math.max(heights[i / columns], height);
        }
        return heights;
    }
}
