package org.waystation.store.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;

/** Rows that are derived from a record so that it is found quickly; kept in the same transaction as the record. */
interface Projection {

    /**
     * Follows a change of what is visible.
     *
     * @param before null where the record was not visible
     * @param after null where the record is not visible any more
     */
    void replace(long rowkey, @Nullable EntityRecord before, @Nullable EntityRecord after)
            throws SQLException, StoreException;
}
