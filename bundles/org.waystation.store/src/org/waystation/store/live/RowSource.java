package org.waystation.store.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;

/**
 * Where the rows of one query come from; called in the background only.
 *
 * @param <T> one row
 */
public interface RowSource<T> {

    /** The first rows, without counting the rest. */
    List<T> first(int limit) throws StoreException;

    RowOrder order() throws StoreException;

    /** The rows from one position to before another, both within the order; null where a record is gone since. */
    List<@Nullable T> rows(RowOrder order, int from, int to) throws StoreException;
}
