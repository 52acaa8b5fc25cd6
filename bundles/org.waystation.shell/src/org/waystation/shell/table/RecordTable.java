package org.waystation.shell.table;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveList;
import org.waystation.shell.internal.table.RowCursor;
import org.waystation.shell.internal.table.TwoForms;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;

/**
 * Rows of a live list. Narrow it shows two lines a row, wide it shows columns. Only rows on screen are asked for, so
 * that their number does not matter. Arrows, Page, Home and End move the selection, Enter and a double click open.
 *
 * @param <T> one row
 */
public final class RecordTable<T> extends Panel {

    private final StackLayout stack = new StackLayout();
    private final RowCursor<T> cursor;
    private final TwoForms<T> forms;
    private final EmptyState message;
    private @Nullable LiveList<T> list;
    private Consumer<EmptyState> emptiness = state -> {};
    private Runnable sizeListener = () -> {};

    public RecordTable(Composite parent, Look look, TableForm<T> form) {
        super(parent, look, Tone.PANEL);
        setLayout(stack);
        cursor = new RowCursor<>(getDisplay(), form.id());
        forms = new TwoForms<>(this, look, form, cursor);
        message = new EmptyState(this, look, Tone.PANEL);
        stack.topControl = forms.shown();
        addListener(SWT.Resize, e -> choose());
        addListener(SWT.Dispose, e -> close());
    }

    /** Gives the table of whichever form an id. */
    public RecordTable<T> id(String id) {
        forms.id(id);
        return this;
    }

    /** Shows a list and closes the one before; the list is closed with the table. */
    public void show(LiveList<T> newList) {
        LiveList<T> old = list;
        list = newList;
        newList.onChange(() -> {
            if (list == newList && !isDisposed()) {
                refresh();
            }
        });
        cursor.use(newList);
        refresh();
        if (old != null) {
            old.close();
        }
    }

    /** What to say where the list is empty. */
    public void whenEmpty(Consumer<EmptyState> newEmptiness) {
        emptiness = newEmptiness;
    }

    public void onOpen(Consumer<UUID> listener) {
        forms.onOpen(() -> cursor.selectedId().ifPresent(listener));
    }

    public void onSelect(Consumer<Optional<UUID>> listener) {
        cursor.onSelect(() -> listener.accept(cursor.selectedId()));
    }

    /** Called when it may hold another number of rows. */
    public void onSize(Runnable listener) {
        sizeListener = listener;
    }

    /** How many rows there are; -1 while that is not known. */
    public int size() {
        return cursor.size();
    }

    public Optional<UUID> selected() {
        return cursor.selectedId();
    }

    /** The selected row, where it is loaded. */
    public Optional<T> selectedRow() {
        return Optional.ofNullable(cursor.row(cursor.index()));
    }

    public void select(UUID record) {
        cursor.select(record);
        forms.refresh();
    }

    /** Paints what is shown once more, such as after time has passed. */
    public void redrawRows() {
        forms.refresh();
    }

    /** Selects the first row where none is selected, as when the focus comes from above. */
    public void enter() {
        if (cursor.index() < 0 && cursor.size() > 0) {
            cursor.select(0);
        }
        setFocus();
        forms.refresh();
    }

    /** Whether columns are shown rather than lines. */
    public boolean wide() {
        return forms.wide();
    }

    /** Puts a heading above the rows of each group; the rows must come sorted by it. Null for none. */
    public void groupBy(@Nullable Function<T, String> group) {
        forms.groupBy(group);
    }

    /** Marks the column that the rows are sorted by. */
    public void sortedBy(String column, boolean descending) {
        forms.sortedBy(column, descending);
    }

    /** Called with the id of a column whose head was pressed. */
    public void onHead(Consumer<String> listener) {
        forms.onHead(listener);
    }

    public Arrangement arrangement() {
        return forms.arrangement();
    }

    public void arrange(Arrangement arrangement) {
        forms.arrange(arrangement);
    }

    /** Called after somebody sized, moved, hid or showed a column. */
    public void onArrange(Runnable listener) {
        forms.onArrange(listener);
    }

    /** Shows and hides columns, for a menu. */
    public List<MenuChoice> columnChoices() {
        return forms.columnChoices();
    }

    @Override
    public boolean setFocus() {
        if (isDisposed() || message.isDisposed()) {
            return false;
        }
        return stack.topControl == message ? message.setFocus() : forms.setFocus();
    }

    private void refresh() {
        cursor.refresh();
        forms.refresh();
        choose();
        sizeListener.run();
    }

    private void choose() {
        Control top = forms.choose(getClientArea().width);
        String failure = list == null ? null : list.failure();
        if (failure != null && cursor.size() <= 0) {
            message.showError("This cannot be read", failure, "", () -> {});
            top = message;
        } else if (cursor.size() == 0) {
            emptiness.accept(message);
            top = message;
        }
        if (top != stack.topControl) {
            boolean focused = holdsFocus();
            stack.topControl = top;
            layout();
            if (focused) {
                setFocus();
            }
        }
    }

    private boolean holdsFocus() {
        for (Control each = getDisplay().getFocusControl(); each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private void close() {
        if (list != null) {
            list.close();
        }
    }
}
