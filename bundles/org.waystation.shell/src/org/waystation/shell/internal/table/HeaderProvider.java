package org.waystation.shell.internal.table;

import java.util.List;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.waystation.shell.table.Column;

/** The names of the columns. */
final class HeaderProvider implements IDataProvider {

    private final List<? extends Column<?>> columns;

    HeaderProvider(List<? extends Column<?>> columns) {
        this.columns = columns;
    }

    @Override
    public Object getDataValue(int columnIndex, int rowIndex) {
        return columns.get(columnIndex).label();
    }

    @Override
    public void setDataValue(int columnIndex, int rowIndex, Object newValue) {
        throw new UnsupportedOperationException("column names are fixed");
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public int getRowCount() {
        return 1;
    }
}
