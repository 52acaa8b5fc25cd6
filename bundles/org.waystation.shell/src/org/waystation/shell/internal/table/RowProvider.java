package org.waystation.shell.internal.table;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.jspecify.annotations.Nullable;

/** Gives each cell its whole row; painting picks what it needs. */
final class RowProvider implements IDataProvider {

    private final RowCursor<?> cursor;
    private final int columns;

    RowProvider(RowCursor<?> cursor, int columns) {
        this.cursor = cursor;
        this.columns = columns;
    }

    @Override
    public @Nullable Object getDataValue(int columnIndex, int rowIndex) {
        return cursor.row(rowIndex);
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
