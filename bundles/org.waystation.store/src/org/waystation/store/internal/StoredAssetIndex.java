package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.store.AssetIndex;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;

/** Answers lists of assets by their table, which is small enough to be sorted each time. */
@Component(service = AssetIndex.class)
public final class StoredAssetIndex implements AssetIndex {

    private static final int ALL = -1;

    private final Database database;

    @Activate
    public StoredAssetIndex(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<AssetRow> first(AssetQuery query, int limit) throws StoreException {
        return database.read(snapshot -> {
            AssetRows rows = new AssetRows(snapshot);
            return rows.found(rows.order(query, limit));
        });
    }

    @Override
    public RowOrder order(AssetQuery query) throws StoreException {
        return database.read(snapshot ->
                new StoredOrder(database, snapshot.generation(), new AssetRows(snapshot).order(query, ALL)));
    }

    @Override
    public List<@Nullable AssetRow> rows(RowOrder order, int from, int to) throws StoreException {
        StoredOrder stored = StoredOrder.own(order);
        return database.read(snapshot -> snapshot.generation().equals(stored.generation())
                ? new AssetRows(snapshot).read(stored.keys(from, to))
                : Collections.nCopies(to - from, null)); // a replaced snapshot's keys mean nothing any more
    }

    @Override
    public List<AssetRow> search(String text, int limit) throws StoreException {
        String typed = Folding.fold(text);
        if (typed.isEmpty() || limit <= 0) {
            return List.of();
        }
        return database.read(snapshot -> {
            AssetRows rows = new AssetRows(snapshot);
            List<@Nullable Object> values = new ArrayList<>();
            List<String> conditions = new ArrayList<>();
            for (String word : typed.split("\\s+")) {
                conditions.add("instr(a.words, ?) > 0");
                values.add(word);
            }
            values.add(typed);
            return rows.found(rows.keys(
                    "SELECT a.rowkey AS k" + rows.from() + "WHERE " + String.join(" AND ", conditions)
                            + " ORDER BY instr(a.name, ?) <> 1, a.name, a.rowkey LIMIT " + limit,
                    values.toArray()));
        });
    }

    @Override
    public List<AssetPlace> places() throws StoreException {
        return database.read(snapshot -> snapshot.session()
                .list(
                        "SELECT c.id, c.name, a.site, s.name, count(*)" + new AssetRows(snapshot).from()
                                + "GROUP BY c.key, a.site ORDER BY c.sort NULLS LAST, c.key, s.sort NULLS LAST, a.site",
                        row -> new AssetPlace(
                                Optional.ofNullable(row.getBytes(1)).map(Ids::uuid),
                                row.getString(2),
                                Optional.ofNullable(row.getBytes(3)).map(Ids::uuid),
                                Optional.ofNullable(row.getString(4)).orElse(""),
                                row.getInt(5))));
    }

    @Override
    public List<AssetRow> at(AssetPlace place) throws StoreException {
        return database.read(snapshot -> {
            AssetRows rows = new AssetRows(snapshot);
            return rows.found(rows.keys(
                    "SELECT a.rowkey AS k" + rows.from() + "WHERE c.id IS ? AND a.site IS ? ORDER BY a.name, a.rowkey",
                    place.companyId().map(Ids::bytes).orElse(null),
                    place.siteId().map(Ids::bytes).orElse(null)));
        });
    }
}
