package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.store.ArticleIndex;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;

/** Answers lists of articles by their table, which is small enough to be sorted each time. */
@Component(service = ArticleIndex.class)
public final class StoredArticleIndex implements ArticleIndex {

    private static final int ALL = -1;

    private final Database database;

    @Activate
    public StoredArticleIndex(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<ArticleRow> first(ArticleQuery query, int limit) throws StoreException {
        return database.read(snapshot -> {
            ArticleRows rows = new ArticleRows(snapshot);
            return rows.found(rows.order(query, limit), ArticleConditions.terms(query));
        });
    }

    @Override
    public RowOrder order(ArticleQuery query) throws StoreException {
        return database.read(snapshot ->
                new StoredOrder(database, snapshot.generation(), new ArticleRows(snapshot).order(query, ALL)));
    }

    @Override
    public List<@Nullable ArticleRow> rows(RowOrder order, int from, int to, List<String> words) throws StoreException {
        StoredOrder stored = StoredOrder.own(order);
        return database.read(snapshot -> snapshot.generation().equals(stored.generation())
                ? new ArticleRows(snapshot).read(stored.keys(from, to), Terms.of(words))
                : Collections.nCopies(to - from, null)); // a replaced snapshot's keys mean nothing any more
    }

    @Override
    public List<ArticleRow> rows(List<UUID> ids) throws StoreException {
        return database.read(snapshot -> {
            List<Integer> keys = new ArrayList<>();
            for (UUID id : ids) {
                snapshot.session()
                        .first(
                                "SELECT rowkey FROM " + snapshot.generation().record() + " WHERE id = ?",
                                row -> row.getInt(1),
                                Ids.bytes(id))
                        .ifPresent(keys::add);
            }
            return new ArticleRows(snapshot)
                    .found(keys.stream().mapToInt(Integer::intValue).toArray(), Set.of());
        });
    }

    @Override
    public List<ArticleRow> like(String text, Optional<UUID> company, int limit) throws StoreException {
        return database.read(snapshot -> {
            ArticleRows rows = new ArticleRows(snapshot);
            return rows.found(new Likeness(snapshot, rows.from()).to(text, company, limit), Set.of());
        });
    }
}
