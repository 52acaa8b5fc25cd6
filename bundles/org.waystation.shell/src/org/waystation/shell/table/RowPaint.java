package org.waystation.shell.table;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.widgets.Brush;

/**
 * Paints a row, or a cell of one, on its ground.
 *
 * @param <T> one row
 */
@FunctionalInterface
public interface RowPaint<T> {

    /** @param area what may be painted on, without the hairline below */
    void paint(Brush brush, T row, Rectangle area, RowState state);
}
