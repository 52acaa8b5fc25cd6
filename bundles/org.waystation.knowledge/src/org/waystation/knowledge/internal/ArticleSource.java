package org.waystation.knowledge.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.store.ArticleIndex;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.live.RowSource;

/** Where the rows of one list of articles come from. */
record ArticleSource(ArticleIndex index, ArticleQuery query) implements RowSource<ArticleRow> {

    @Override
    public List<ArticleRow> first(int limit) throws StoreException {
        return index.first(query, limit);
    }

    @Override
    public RowOrder order() throws StoreException {
        return index.order(query);
    }

    @Override
    public List<@Nullable ArticleRow> rows(RowOrder order, int from, int to) throws StoreException {
        return index.rows(order, from, to, query.filter().words());
    }
}
