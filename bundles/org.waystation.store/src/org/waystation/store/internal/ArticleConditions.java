package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.live.TypedFilter;

/** A query's filter as an SQL condition on the article table {@code a}, with company {@code c} joined. */
final class ArticleConditions {

    private final long today;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    ArticleConditions(ArticleQuery query) {
        today = query.today().toEpochDay();
        TypedFilter filter = query.filter();
        anyOf(filter.values("company"), this::company);
        anyOf(filter.values("state"), typed -> word("a.state", Words.ARTICLE_STATE, typed));
        anyOf(filter.values("visibility"), typed -> word("a.visibility", Words.ARTICLE_VISIBILITY, typed));
        anyOf(filter.values("tag"), this::tag);
        anyOf(filter.values("review"), this::review);
        terms(query).forEach(word -> conditions.add(holds("a.terms", Terms.beginning(word))));
    }

    /** The words that are looked for, as the table has them. */
    static Set<String> terms(ArticleQuery query) {
        return Terms.of(query.filter().words());
    }

    String sql() {
        return conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
    }

    List<@Nullable Object> values() {
        return values;
    }

    private void anyOf(List<String> typed, Function<String, String> condition) {
        if (!typed.isEmpty()) {
            conditions.add(
                    "(" + String.join(" OR ", typed.stream().map(condition).toList()) + ")");
        }
    }

    private String company(String typed) {
        return Folding.fold(typed).equals("none")
                ? "ifnull(c.sort, '') = ''"
                : holds("ifnull(c.sort, '')", Folding.fold(typed));
    }

    private String holds(String column, String text) {
        values.add(text);
        return "instr(" + column + ", ?) > 0";
    }

    private String word(String column, Words words, String typed) {
        values.add(words.meant(typed));
        return column + " = ?";
    }

    private String tag(String typed) {
        return holds("a.tags", AssetProjection.TAG_MARK + Folding.fold(typed) + AssetProjection.TAG_MARK);
    }

    private String review(String typed) {
        switch (Folding.fold(typed)) {
            case "overdue" -> {
                values.add(today);
                return "a.review < ?";
            }
            case "soon" -> {
                values.add(today);
                values.add(today + ArticleReview.SOON_DAYS);
                return "a.review BETWEEN ? AND ?";
            }
            case "none" -> {
                return "a.review IS NULL";
            }
            default -> {
                return "0"; // nothing is due in a way that is not known
            }
        }
    }
}
