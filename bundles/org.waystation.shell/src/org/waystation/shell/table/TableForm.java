package org.waystation.shell.table;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a record table shows of its rows.
 *
 * @param name what the table is called, for assistive technology
 * @param id the record's id
 * @param words the row in words, for assistive technology
 * @param lines paints a row of two lines, {@value #LINES_HEIGHT} px high
 * @param columns in their first order
 * @param wideFrom from which width on, in pixels, the columns are shown instead of the lines
 * @param <T> one row
 */
public record TableForm<T>(
        String name,
        Function<T, UUID> id,
        Function<T, String> words,
        RowPaint<T> lines,
        List<Column<T>> columns,
        int wideFrom) {

    public static final int LINES_HEIGHT = 54;
    public static final int ROW_HEIGHT = 28;

    public TableForm {
        columns = List.copyOf(columns);
    }
}
