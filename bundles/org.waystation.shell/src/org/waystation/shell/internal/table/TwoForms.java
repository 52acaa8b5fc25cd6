package org.waystation.shell.internal.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.table.Arrangement;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.WidgetId;

/**
 * The same rows as lines and as columns, of which one is shown.
 *
 * @param <T> one row
 */
public final class TwoForms<T> {

    private final TableForm<T> form;
    private final ColumnsPresentation<T> columns;
    private final RowsView<T> narrow;
    private final RowsView<T> wide;
    private RowsView<T> shown;

    public TwoForms(Composite parent, Look look, TableForm<T> form, RowCursor<T> cursor) {
        this.form = form;
        columns = new ColumnsPresentation<>(form, cursor);
        narrow = new RowsView<>(parent, look, cursor, form, new LinesPresentation<>(form, cursor));
        wide = new RowsView<>(parent, look, cursor, form, columns);
        shown = narrow;
    }

    public void id(String id) {
        WidgetId.set(narrow.table(), id);
        WidgetId.set(wide.table(), id);
    }

    public Control shown() {
        return shown;
    }

    public boolean wide() {
        return shown == wide;
    }

    /** Takes the form that suits a width. */
    public Control choose(int width) {
        RowsView<T> better = width >= form.wideFrom() ? wide : narrow;
        if (better != shown && width > 0) {
            shown = better;
            shown.refresh();
            shown.getDisplay().asyncExec(() -> {
                if (!better.isDisposed()) {
                    better.reveal();
                }
            });
        }
        return shown;
    }

    public void refresh() {
        shown.refresh();
    }

    public boolean setFocus() {
        return shown.setFocus();
    }

    public void onOpen(Runnable open) {
        narrow.onOpen(open);
        wide.onOpen(open);
    }

    public void groupBy(@Nullable Function<T, String> group) {
        narrow.groupBy(group);
        wide.groupBy(group);
    }

    public void sortedBy(String column, boolean descending) {
        columns.sorting(new Sorting(column, descending));
        wide.redraw();
        wide.table().redraw();
    }

    public void onHead(Consumer<String> listener) {
        columns.onHead(listener);
    }

    public Arrangement arrangement() {
        return columns.arrangement();
    }

    public void arrange(Arrangement arrangement) {
        columns.arrange(arrangement);
    }

    public void onArrange(Runnable listener) {
        columns.onArrange(listener);
    }

    public List<MenuChoice> columnChoices() {
        return form.columns().stream()
                .map(column -> MenuChoice.of(column.label(), () -> columns.show(column, !columns.shows(column)))
                        .checkedIf(columns.shows(column)))
                .toList();
    }
}
