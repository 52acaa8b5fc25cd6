package org.waystation.api.assets;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.live.TypedFilter;

/**
 * Which assets are shown and in which order.
 *
 * @param filter of tokens with the keys {@link #KEYS}; {@code due} is {@code overdue} or {@code soon}
 * @param descending last, latest or largest first
 * @param group groups the rows by this column before they are sorted
 * @param today against which {@code due} is read
 */
public record AssetQuery(
        TypedFilter filter, AssetColumn sort, boolean descending, Optional<AssetColumn> group, LocalDate today) {

    /** Keys that the tokens of its filter may have. */
    public static final Set<String> KEYS = Set.of("company", "site", "kind", "state", "tag", "due");

    /** All of them by name. */
    public static AssetQuery all(LocalDate today) {
        return new AssetQuery(TypedFilter.all(), AssetColumn.NAME, false, Optional.empty(), today);
    }

    /** Reads a filter as it was typed. */
    public static TypedFilter filter(String typed) {
        return TypedFilter.parse(typed, KEYS);
    }

    public AssetQuery withFilter(TypedFilter newFilter) {
        return new AssetQuery(newFilter, sort, descending, group, today);
    }

    public AssetQuery sortedBy(AssetColumn column, boolean newDescending) {
        return new AssetQuery(filter, column, newDescending, group, today);
    }

    public AssetQuery groupedBy(Optional<AssetColumn> column) {
        return new AssetQuery(filter, sort, descending, column, today);
    }
}
