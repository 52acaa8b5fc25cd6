package org.waystation.shell.internal.table;

import java.util.function.Function;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

/** Counts rows and says each in words, in its first cell; painting takes the row itself from the cursor. */
final class RowProvider<T> implements IDataProvider {

    private final RowCursor<T> cursor;
    private final Function<T, String> words;
    private final int columns;

    RowProvider(RowCursor<T> cursor, Function<T, String> words, int columns) {
        this.cursor = cursor;
        this.words = words;
        this.columns = columns;
    }

    @Override
    public Object getDataValue(int columnIndex, int rowIndex) {
        T row = columnIndex == 0 ? cursor.row(rowIndex) : null;
        return row == null ? "" : words.apply(row);
    }

    @Override
    public void setDataValue(int columnIndex, int rowIndex, Object newValue) {
        throw new UnsupportedOperationException("rows are changed through their service");
    }

    @Override
    public int getColumnCount() {
        return columns;
    }

    @Override
    public int getRowCount() {
        return cursor.rowCount();
    }
}
