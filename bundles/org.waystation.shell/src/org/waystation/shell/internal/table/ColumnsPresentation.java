package org.waystation.shell.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.resize.config.DefaultColumnResizeBindings;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.waystation.shell.table.Arrangement;
import org.waystation.shell.table.Arrangement.Place;
import org.waystation.shell.table.Column;
import org.waystation.shell.table.TableForm;

/** Rows in columns that can be sorted by, sized, moved and hidden, for where it is wide. */
final class ColumnsPresentation<T> implements Presentation<T> {

    private static final int LEAST_WIDTH = 48;
    private static final int LEAST_GROWING = 180;
    private static final int PADDING = 12;

    private final TableForm<T> form;
    private final DataLayer body;
    private final ColumnReorderLayer order;
    private final ColumnHideShowLayer hiding;
    private final LayerStack layers;
    private Sorting sorting = new Sorting("", false);
    private Consumer<String> headPressed = column -> {};
    private Runnable arranged = () -> {};
    private int width;
    private boolean quiet;
    private boolean sizedByHand;

    ColumnsPresentation(TableForm<T> form, RowCursor<T> cursor) {
        this.form = form;
        int count = form.columns().size();
        body = new DataLayer(new RowProvider<>(cursor, form.words(), count), 120, TableForm.ROW_HEIGHT);
        order = new ColumnReorderLayer(body);
        hiding = new ColumnHideShowLayer(order);
        ViewportLayer viewport = new ViewportLayer(hiding);
        DataLayer headerData = new DataLayer(new HeaderProvider(form.columns()), 120, TableForm.ROW_HEIGHT);
        ColumnHeaderLayer header = new ColumnHeaderLayer(headerData, viewport, (SelectionLayer) null, false);
        header.addConfiguration(new DefaultColumnResizeBindings());
        CompositeLayer top = new CompositeLayer(1, 2);
        top.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        top.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        layers = new LayerStack(top, viewport, body, TableForm.ROW_HEIGHT);
        for (int i = 0; i < count; i++) {
            body.setColumnWidthByPosition(i, form.columns().get(i).width());
        }
        hiding.addLayerListener(this::changed);
    }

    @Override
    public LayerStack layers() {
        return layers;
    }

    @Override
    public int rowHeight() {
        return TableForm.ROW_HEIGHT;
    }

    @Override
    public void configure(NatTable table, RowsView<T> view) {
        var registry = table.getConfigRegistry();
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER,
                new RowPainter<>(view, column -> form.columns().get(column).paint(), PADDING));
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER,
                new HeaderPainter(view.look(), form.columns(), () -> sorting),
                DisplayMode.NORMAL,
                GridRegion.COLUMN_HEADER);
        table.getUiBindingRegistry()
                .registerSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.NONE), this::press);
    }

    /** Called with the id of a column whose head was pressed. */
    void onHead(Consumer<String> listener) {
        headPressed = listener;
    }

    /** Called after somebody sized, moved, hid or showed a column. */
    void onArrange(Runnable listener) {
        arranged = listener;
    }

    void sorting(Sorting newSorting) {
        sorting = newSorting;
    }

    Sorting sorting() {
        return sorting;
    }

    boolean shows(Column<T> column) {
        return !hiding.isColumnIndexHidden(form.columns().indexOf(column));
    }

    void show(Column<T> column, boolean shown) {
        int index = form.columns().indexOf(column);
        if (shown) {
            hiding.showColumnIndexes(index);
        } else if (hiding.getColumnCount() > 1) {
            hiding.hideColumnIndexes(index);
        }
    }

    Arrangement arrangement() {
        List<Place> places = new ArrayList<>();
        for (int index : order.getColumnIndexOrder()) {
            Column<T> column = form.columns().get(index);
            int remembered = column.grows() && !sizedByHand ? 0 : body.getColumnWidthByPosition(index);
            places.add(new Place(column.id(), remembered, shows(column)));
        }
        return new Arrangement(places);
    }

    /** Arranges the columns as remembered; those it does not name stay as they are. */
    void arrange(Arrangement arrangement) {
        quietly(() -> {
            int target = 0;
            for (Place place : arrangement.places()) {
                Optional<Column<T>> known = form.columns().stream()
                        .filter(c -> c.id().equals(place.id()))
                        .findFirst();
                if (known.isPresent()) {
                    put(known.get(), place, target++);
                }
            }
        });
        fit();
    }

    private void put(Column<T> column, Place place, int target) {
        int index = form.columns().indexOf(column);
        int from = order.getColumnIndexOrder().indexOf(index);
        if (from > target) {
            order.reorderColumnPosition(from, target);
        }
        if (place.width() > 0) {
            body.setColumnWidthByPosition(index, Math.max(LEAST_WIDTH, place.width()));
            sizedByHand |= column.grows();
        }
        show(column, place.shown());
    }

    @Override
    public void resized(int newWidth) {
        width = newWidth;
        fit();
    }

    /** Gives the column that grows what the others leave. */
    private void fit() {
        if (sizedByHand || width == 0) {
            return;
        }
        int growing = IntStream.range(0, form.columns().size())
                .filter(i -> form.columns().get(i).grows())
                .findFirst()
                .orElse(-1);
        if (growing < 0 || hiding.isColumnIndexHidden(growing)) {
            return;
        }
        int others = IntStream.range(0, form.columns().size())
                .filter(i -> i != growing && !hiding.isColumnIndexHidden(i))
                .map(body::getColumnWidthByPosition)
                .sum();
        quietly(() -> body.setColumnWidthByPosition(growing, Math.max(LEAST_GROWING, width - others)));
    }

    private void quietly(Runnable change) {
        boolean before = quiet;
        quiet = true;
        change.run();
        quiet = before;
    }

    private void changed(ILayerEvent event) {
        if (quiet || !(event instanceof ColumnStructuralChangeEvent)) {
            return;
        }
        if (event instanceof ColumnResizeEvent resize) {
            sizedByHand |= resize.getColumnPositionRanges().stream()
                    .flatMap(range -> range.getMembers().stream())
                    .map(hiding::getColumnIndexByPosition)
                    .anyMatch(index -> index >= 0 && form.columns().get(index).grows());
        }
        fit();
        arranged.run();
    }

    private void press(NatTable table, MouseEvent e) {
        int index = table.getColumnIndexByPosition(table.getColumnPositionByX(e.x));
        if (index >= 0) {
            headPressed.accept(form.columns().get(index).id());
        }
    }
}
