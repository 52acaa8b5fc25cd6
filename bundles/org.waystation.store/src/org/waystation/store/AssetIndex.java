package org.waystation.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;

/** Answers lists of assets and searches for them. */
@ProviderType
public interface AssetIndex {

    /** The first rows of a query. */
    List<AssetRow> first(AssetQuery query, int limit) throws StoreException;

    /** The order of all rows of a query. */
    RowOrder order(AssetQuery query) throws StoreException;

    /** The rows for some of an order's keys, one for each; null where its asset is gone since. */
    List<@Nullable AssetRow> rows(RowOrder order, int from, int to) throws StoreException;

    /** Assets that hold all the words, those whose name begins with the text first. */
    List<AssetRow> search(String text, int limit) throws StoreException;

    /** Companies and their sites with the number of assets at each, by name. */
    List<AssetPlace> places() throws StoreException;

    /** The assets of one place, by name. */
    List<AssetRow> at(AssetPlace place) throws StoreException;
}
