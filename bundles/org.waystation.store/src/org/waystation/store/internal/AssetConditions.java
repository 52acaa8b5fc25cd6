package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.live.TypedFilter;

/** A query's filter as an SQL condition on the asset table {@code a}, with company {@code c} and site {@code s} joined. */
final class AssetConditions {

    private final long today;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    AssetConditions(AssetQuery query) {
        today = query.today().toEpochDay();
        TypedFilter filter = query.filter();
        anyOf(filter.values("company"), typed -> named("c.sort", typed));
        anyOf(filter.values("site"), typed -> named("s.sort", typed));
        anyOf(filter.values("kind"), typed -> word("a.kind", Words.ASSET_KIND, typed));
        anyOf(filter.values("state"), typed -> word("a.state", Words.ASSET_STATE, typed));
        anyOf(filter.values("tag"), this::tag);
        anyOf(filter.values("due"), this::due);
        filter.words().forEach(word -> conditions.add(holds("a.words", Folding.fold(word))));
    }

    String sql() {
        return conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    private void anyOf(List<String> typed, Function<String, String> condition) {
        if (!typed.isEmpty()) {
            conditions.add(
                    "(" + String.join(" OR ", typed.stream().map(condition).toList()) + ")");
        }
    }

    private String named(String column, String typed) {
        return Folding.fold(typed).equals("none")
                ? "ifnull(" + column + ", '') = ''"
                : holds("ifnull(" + column + ", '')", Folding.fold(typed));
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

    private String due(String typed) {
        String last = Folding.fold(typed);
        if (last.equals("overdue")) {
            values.add(today);
            return "a.due < ?";
        }
        if (!last.equals("soon")) {
            return "0"; // nothing is due in a way that is not known
        }
        List<String> dates = new ArrayList<>();
        for (String column : List.of("a.warranty", "a.support", "a.refresh")) {
            values.add(today);
            values.add(today + AssetLife.SOON_DAYS);
            dates.add(column + " BETWEEN ? AND ?");
        }
        return String.join(" OR ", dates);
    }
}
