package org.waystation.store.internal;

import java.sql.SQLException;
import org.waystation.store.StoreException;

/** Gives out the short keys of a generation's rows. They only ever grow, so that a later row has a larger key. */
final class RowKeys {

    private long last;

    private RowKeys(long last) {
        this.last = last;
    }

    static RowKeys of(Session session, Generation generation) throws SQLException, StoreException {
        return new RowKeys(session.first("SELECT max(rowkey) FROM " + generation.record(), row -> row.getLong(1))
                .orElse(0L));
    }

    long next() {
        return ++last;
    }

    long last() {
        return last;
    }
}
