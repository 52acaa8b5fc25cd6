package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;

/** Goes through records that are there already, for what is derived from them and came later. */
final class VisibleRecords {

    private VisibleRecords() {}

    /** Takes one of them. */
    @FunctionalInterface
    interface Visitor {
        void visit(long rowkey, EntityRecord record) throws SQLException, StoreException;
    }

    /** One by one, so that not all of them are in memory. */
    static void each(Session session, Generation generation, Visitor visitor, EntityKind... kinds)
            throws SQLException, StoreException {
        String wanted =
                Arrays.stream(kinds).map(kind -> "'" + kind.code() + "'").collect(Collectors.joining(", "));
        List<Long> keys = session.list(
                "SELECT rowkey FROM " + generation.record() + " WHERE kind IN (" + wanted + ") AND hidden = 0",
                row -> row.getLong(1));
        for (long key : keys) {
            EntityRecord record = session.first(
                            "SELECT kind, id, version, seq, data FROM " + generation.record() + " WHERE rowkey = ?",
                            RecordTable::fields,
                            key)
                    .orElseThrow();
            visitor.visit(key, record);
        }
    }
}
