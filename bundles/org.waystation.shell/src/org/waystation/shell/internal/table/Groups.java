package org.waystation.shell.internal.table;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;

/**
 * Headings above the first row of each group. The rows come sorted by group; a row that begins one is made higher by
 * the heading as soon as it and the row before it are loaded, so that no list has to be read to its end.
 *
 * @param <T> one row
 */
final class Groups<T> {

    private static final int HEADING = 28;
    private static final int PADDING = 12;

    private final RowCursor<T> cursor;
    private final LayerStack layers;
    private final int rowHeight;
    private final Set<Integer> starts = new TreeSet<>();
    private @Nullable Function<T, String> group;
    private boolean asked;

    Groups(RowCursor<T> cursor, LayerStack layers, int rowHeight) {
        this.cursor = cursor;
        this.layers = layers;
        this.rowHeight = rowHeight;
    }

    void by(@Nullable Function<T, String> newGroup) {
        group = newGroup;
        Set.copyOf(starts).forEach(index -> mark(index, false));
    }

    int headingHeight(int index) {
        return starts.contains(index) ? HEADING : 0;
    }

    /** Looks at the rows on screen. */
    void measure() {
        if (group == null) {
            return;
        }
        for (int index : visible()) {
            T row = cursor.row(index);
            T before = cursor.row(index - 1);
            if (row != null && (index == 0 || before != null)) {
                mark(index, index == 0 || !group.apply(row).equals(group.apply(before)));
            }
        }
    }

    /** Sizes are not to be changed while something is painted. */
    void measureLater(NatTable table) {
        if (group != null && !asked) {
            asked = true;
            table.getDisplay().asyncExec(() -> {
                asked = false;
                if (!table.isDisposed()) {
                    measure();
                }
            });
        }
    }

    void paint(GC gc, Look look, int width) {
        if (group == null) {
            return;
        }
        Brush brush = new Brush(gc, look);
        for (int position = 0; position < layers.viewport().getRowCount(); position++) {
            int index = layers.viewport().getRowIndexByPosition(position);
            T row = cursor.row(index);
            if (row != null && starts.contains(index)) {
                int y = layers.headerHeight() + layers.viewport().getStartYOfRowPosition(position);
                heading(brush, group.apply(row), new Rectangle(0, y, width, HEADING));
            }
        }
    }

    private static void heading(Brush brush, String name, Rectangle area) {
        brush.fill(area, Tone.BACKGROUND);
        brush.line(0, area.y + area.height - 1, area.width, area.y + area.height - 1, Tone.LINE);
        Rectangle words = new Rectangle(PADDING, area.y, area.width - 2 * PADDING, area.height);
        brush.text(name.isEmpty() ? "None" : name, TextStyle.SMALL_STRONG, Tone.DIM, words, Align.LEFT);
    }

    private int[] visible() {
        int count = layers.viewport().getRowCount();
        int[] indexes = new int[count];
        for (int i = 0; i < count; i++) {
            indexes[i] = layers.viewport().getRowIndexByPosition(i);
        }
        return indexes;
    }

    private void mark(int index, boolean start) {
        if (start && starts.add(index)) {
            layers.body().setRowHeightByPosition(index, rowHeight + HEADING);
        } else if (!start && starts.remove(index)) {
            layers.body().setRowHeightByPosition(index, rowHeight);
        }
    }
}
