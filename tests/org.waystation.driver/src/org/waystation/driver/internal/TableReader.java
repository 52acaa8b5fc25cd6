package org.waystation.driver.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Control;

/** Reads the rows that a table shows right now. */
final class TableReader {

    boolean reads(Control control) {
        return control instanceof NatTable;
    }

    /** One text a row, cells joined by " | ". */
    List<String> rows(Control control) {
        if (!(control instanceof NatTable table)) {
            throw new DriverException("Not a table: " + control.getClass().getName());
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getColumnCount(); column++) {
                cells.add(String.valueOf(table.getDataValueByPosition(column, row)));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }
}
