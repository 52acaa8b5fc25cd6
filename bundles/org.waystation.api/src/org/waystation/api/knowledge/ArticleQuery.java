package org.waystation.api.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.live.TypedFilter;

/**
 * Which articles are shown and in which order. A free word has to begin a word of the title, the tags or the text.
 *
 * @param filter of tokens with the keys {@link #KEYS}; {@code review} is {@code overdue}, {@code soon} or {@code none}
 * @param descending last, latest or largest first
 * @param group groups the rows by this column before they are sorted
 * @param today against which {@code review} is read
 */
public record ArticleQuery(
        TypedFilter filter, ArticleColumn sort, boolean descending, Optional<ArticleColumn> group, LocalDate today) {

    /** Keys that the tokens of its filter may have. */
    public static final Set<String> KEYS = Set.of("company", "state", "visibility", "tag", "review");

    /** All of them, those changed last first. */
    public static ArticleQuery all(LocalDate today) {
        return new ArticleQuery(TypedFilter.all(), ArticleColumn.BEST, false, Optional.empty(), today);
    }

    /** Reads a filter as it was typed. */
    public static TypedFilter filter(String typed) {
        return TypedFilter.parse(typed, KEYS);
    }

    public ArticleQuery withFilter(TypedFilter newFilter) {
        return new ArticleQuery(newFilter, sort, descending, group, today);
    }

    public ArticleQuery sortedBy(ArticleColumn column, boolean newDescending) {
        return new ArticleQuery(filter, column, newDescending, group, today);
    }

    public ArticleQuery groupedBy(Optional<ArticleColumn> column) {
        return new ArticleQuery(filter, sort, descending, column, today);
    }
}
