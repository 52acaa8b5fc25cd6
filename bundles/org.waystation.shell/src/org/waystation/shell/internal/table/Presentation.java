package org.waystation.shell.internal.table;

import org.eclipse.nebula.widgets.nattable.NatTable;

/**
 * How rows are laid out and painted.
 *
 * @param <T> one row
 */
interface Presentation<T> {

    LayerStack layers();

    int rowHeight();

    /** Registers painters and what else it needs. */
    void configure(NatTable table, RowsView<T> view);

    /** There is now this much room. */
    default void resized(int width) {}
}
