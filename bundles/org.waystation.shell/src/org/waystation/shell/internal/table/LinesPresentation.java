package org.waystation.shell.internal.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.waystation.shell.table.TableForm;

/** Each row as two lines of text, for where it is narrow. */
final class LinesPresentation<T> implements Presentation<T> {

    private final TableForm<T> form;
    private final DataLayer body;
    private final LayerStack layers;

    LinesPresentation(TableForm<T> form, RowCursor<T> cursor) {
        this.form = form;
        body = new DataLayer(new RowProvider<>(cursor, form.words(), 1), form.wideFrom(), TableForm.LINES_HEIGHT);
        ViewportLayer viewport = new ViewportLayer(body);
        layers = new LayerStack(viewport, viewport, body, 0);
    }

    @Override
    public LayerStack layers() {
        return layers;
    }

    @Override
    public int rowHeight() {
        return TableForm.LINES_HEIGHT;
    }

    @Override
    public void configure(NatTable table, RowsView<T> view) {
        table.getConfigRegistry()
                .registerConfigAttribute(
                        CellConfigAttributes.CELL_PAINTER, new RowPainter<>(view, column -> form.lines(), 0));
    }

    /** Set by hand: NatTable's own sizing by percentage stays at nothing where it once had no room. */
    @Override
    public void resized(int width) {
        body.setColumnWidthByPosition(0, width);
    }
}
