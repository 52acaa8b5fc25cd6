package org.waystation.assets.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.store.AssetIndex;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.live.RowSource;

/** Where the rows of one list of assets come from. */
record AssetSource(AssetIndex index, AssetQuery query) implements RowSource<AssetRow> {

    @Override
    public List<AssetRow> first(int limit) throws StoreException {
        return index.first(query, limit);
    }

    @Override
    public RowOrder order() throws StoreException {
        return index.order(query);
    }

    @Override
    public List<@Nullable AssetRow> rows(RowOrder order, int from, int to) throws StoreException {
        return index.rows(order, from, to);
    }
}
