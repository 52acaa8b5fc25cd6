package org.waystation.shell.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveList;

/**
 * The rows of a live list and the one that is selected. The selection belongs to a record: where its row moves, the
 * selection moves with it; where it leaves the list, the row that took its place is selected.
 *
 * @param <T> one row
 */
public final class RowCursor<T> {

    /** Rows drawn as bars until the first answer. */
    private static final int UNKNOWN = 12;

    private final Display display;
    private final Function<T, UUID> id;
    private final List<Runnable> selectListeners = new ArrayList<>();
    private final List<Moved> moveListeners = new ArrayList<>();
    private @Nullable LiveList<T> list;
    private @Nullable UUID selectedId;
    private int selectedIndex = -1;
    private long question;

    /** Tells that the selected row moved by itself. */
    @FunctionalInterface
    public interface Moved {
        void moved(int from, int to);
    }

    public RowCursor(Display display, Function<T, UUID> id) {
        this.display = display;
        this.id = id;
    }

    /** Shows another list; the selected record stays selected where it holds it too. */
    public void use(LiveList<T> newList) {
        list = newList;
        refresh();
    }

    /** Rows to draw, those of an unknown list among them. */
    public int rowCount() {
        return list == null || list.size() < 0 ? UNKNOWN : list.size();
    }

    /** Rows that there are; -1 until that is known. */
    public int size() {
        return list == null ? -1 : list.size();
    }

    public @Nullable T row(int index) {
        return list == null || index < 0 || index >= list.size() ? null : list.get(index);
    }

    public int index() {
        return selectedIndex;
    }

    public Optional<UUID> selectedId() {
        return Optional.ofNullable(selectedId);
    }

    public void onSelect(Runnable listener) {
        selectListeners.add(listener);
    }

    public void onMove(Moved listener) {
        moveListeners.add(listener);
    }

    /** Selects the row at a position; nothing where there is none. */
    public void select(int index) {
        question++;
        T row = row(index);
        selectedIndex = index >= 0 && index < rowCount() ? index : -1;
        become(row == null ? null : id.apply(row));
    }

    /** Selects a record as soon as it is known where it stands. */
    public void select(UUID record) {
        selectedIndex = -1;
        become(record);
        locate();
    }

    /** Looks again after the list has changed. */
    public void refresh() {
        if (selectedId == null) {
            adoptIdOfRow();
        } else if (!standsAt(selectedIndex)) {
            locate();
        }
    }

    /** The row was selected before it was loaded. */
    private void adoptIdOfRow() {
        T row = row(selectedIndex);
        if (row != null) {
            become(id.apply(row));
        }
    }

    private boolean standsAt(int index) {
        T row = row(index);
        return row != null && id.apply(row).equals(selectedId);
    }

    private void locate() {
        if (list == null || selectedId == null) {
            return;
        }
        long asked = ++question;
        UUID record = selectedId;
        list.indexOf(record).whenComplete((index, failure) -> {
            Runnable answer = () -> {
                if (asked == question && failure == null) {
                    found(index);
                }
            };
            if (Display.getCurrent() == display) {
                answer.run();
            } else if (!display.isDisposed()) {
                display.asyncExec(answer);
            }
        });
    }

    private void found(int index) {
        int from = selectedIndex;
        if (index >= 0) {
            selectedIndex = index;
            moveListeners.forEach(listener -> listener.moved(from, index));
        } else if (size() >= 0) {
            selectedIndex = Math.min(from, size() - 1);
            selectedId = null;
            adoptIdOfRow();
            moveListeners.forEach(listener -> listener.moved(selectedIndex, selectedIndex));
        }
    }

    private void become(@Nullable UUID record) {
        boolean other = !Objects.equals(record, selectedId);
        selectedId = record;
        if (other) {
            List.copyOf(selectListeners).forEach(Runnable::run);
        }
    }
}
