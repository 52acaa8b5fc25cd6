package org.waystation.shell.internal.table;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.table.Column;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;

/** Paints the heads of columns; the one that is sorted by has an arrow. */
final class HeaderPainter extends AbstractCellPainter {

    private static final int PADDING = 12;
    private static final int ICON = 16;

    private final Look look;
    private final List<? extends Column<?>> columns;
    private final Supplier<Sorting> sorting;

    HeaderPainter(Look look, List<? extends Column<?>> columns, Supplier<Sorting> sorting) {
        this.look = look;
        this.columns = columns;
        this.sorting = sorting;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        Column<?> column = columns.get(cell.getColumnIndex());
        boolean sorted = column.id().equals(sorting.get().column());
        Brush brush = new Brush(gc, look);
        brush.fill(bounds, Tone.BACKGROUND);
        int bottom = bounds.y + bounds.height - 1;
        brush.line(bounds.x, bottom, bounds.x + bounds.width, bottom, Tone.LINE);
        int right = bounds.x + bounds.width - 1;
        brush.line(right, bounds.y + 7, right, bottom - 7, Tone.LINE);
        int room = bounds.width - 2 * PADDING - (sorted ? ICON : 0);
        Rectangle words = new Rectangle(bounds.x + PADDING, bounds.y, room, bounds.height - 1);
        TextStyle style = sorted ? TextStyle.SMALL_STRONG : TextStyle.SMALL;
        int width = brush.text(column.label(), style, sorted ? Tone.TEXT : Tone.DIM, words, Align.LEFT);
        if (sorted) {
            String arrow = sorting.get().descending() ? "sort-down" : "sort-up";
            brush.icon(arrow, Tone.DIM, words.x + width + 2, bounds.y + (bounds.height - ICON) / 2);
        }
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        String label = columns.get(cell.getColumnIndex()).label();
        return new Brush(gc, look).width(label, TextStyle.SMALL_STRONG) + 2 * PADDING + ICON;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getBounds().height;
    }
}
