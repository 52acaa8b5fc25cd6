package org.waystation.shell.internal.table;

import java.util.function.IntFunction;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.RowState;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;

/** Paints the ground, the hairline and, once it is loaded, the row. */
final class RowPainter<T> extends AbstractCellPainter {

    private static final int BAR_MARGIN = 12;

    private final RowsView<T> view;
    private final IntFunction<RowPaint<T>> paints;
    private final int padding;

    /**
     * @param paints what paints the cells of a column, by the column's index
     * @param padding kept free left and right of a cell
     */
    RowPainter(RowsView<T> view, IntFunction<RowPaint<T>> paints, int padding) {
        this.view = view;
        this.paints = paints;
        this.padding = padding;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        int index = cell.getRowIndex();
        Rectangle part = view.rowPart(index, bounds);
        RowState state = view.state(index);
        Brush brush = new Brush(gc, view.look());
        brush.fill(part, state.ground());
        Rectangle area = new Rectangle(part.x, part.y, part.width, part.height - 1);
        @Nullable T row = view.cursor().row(index);
        if (row == null) {
            bars(brush, area, index);
        } else {
            Rectangle inner = new Rectangle(area.x + padding, area.y, area.width - 2 * padding, area.height);
            paints.apply(cell.getColumnIndex()).paint(brush, row, inner, state);
        }
        brush.line(part.x, part.y + part.height - 1, part.x + part.width, part.y + part.height - 1, Tone.LINE);
    }

    /** What stands for a row that is still loading; of uneven length, as words are. */
    private static void bars(Brush brush, Rectangle area, int index) {
        int room = area.width - 2 * BAR_MARGIN;
        int first = Math.min(room, room * (45 + index * 37 % 40) / 100);
        if (area.height > 40) {
            brush.fillRound(new Rectangle(area.x + BAR_MARGIN, area.y + 11, first, 10), 4, Tone.HOVER);
            brush.fillRound(new Rectangle(area.x + BAR_MARGIN, area.y + 33, first * 2 / 3, 8), 4, Tone.HOVER);
        } else {
            brush.fillRound(new Rectangle(area.x + BAR_MARGIN, area.y + 9, first, 9), 4, Tone.HOVER);
        }
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getBounds().width;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getBounds().height;
    }
}
