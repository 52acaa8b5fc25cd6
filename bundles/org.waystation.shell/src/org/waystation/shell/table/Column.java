package org.waystation.shell.table;

import java.util.function.Function;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;

/**
 * A column.
 *
 * @param id stable, by which its place and width are remembered
 * @param width in pixels, at first
 * @param grows whether it takes the width that the others leave
 * @param paint paints a cell of it
 * @param <T> one row
 */
public record Column<T>(String id, String label, int width, boolean grows, RowPaint<T> paint) {

    /** A column of plain text. */
    public static <T> Column<T> text(String id, String label, int width, Tone tone, Function<T, String> text) {
        return new Column<>(
                id,
                label,
                width,
                false,
                (brush, row, area, state) -> brush.text(text.apply(row), TextStyle.BODY, tone, area, Align.LEFT));
    }

    public Column<T> growing() {
        return new Column<>(id, label, width, true, paint);
    }
}
