package org.waystation.shell.internal.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/**
 * Finds in a list that is in memory, ranked by how well the title answers; what stands first in the list wins where
 * two answer alike. Without a text it is the list itself.
 *
 * @param <T> an entry
 * @param title what is searched
 */
record ListedProvider<T>(
        String group, int order, List<T> entries, Function<T, String> title, Function<T, SearchHit> hit)
        implements SearchProvider {

    private record Scored<T>(T entry, int score) {}

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        Words words = new Words(text);
        entries.stream()
                .flatMap(entry -> words.score(title.apply(entry)).stream()
                        .mapToObj(score -> new Scored<>(entry, text.isBlank() ? 0 : score)))
                .sorted(Comparator.<Scored<T>>comparingInt(Scored::score).reversed())
                .limit(limit)
                .takeWhile(entry -> !cancelled.getAsBoolean())
                .forEach(entry -> results.accept(hit.apply(entry.entry())));
    }
}
