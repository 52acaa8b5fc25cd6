package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.internal.DirectCalls;

class GuardedProviderTest {

    private final DirectCalls calls = new DirectCalls();
    private final List<SearchHit> found = new ArrayList<>();

    private interface Search {
        void run(int limit, Consumer<SearchHit> results);
    }

    private static SearchProvider provider(Search search) {
        return new SearchProvider() {
            @Override
            public String group() {
                return "Things";
            }

            @Override
            public int order() {
                return 1;
            }

            @Override
            public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
                search.run(limit, results);
            }
        };
    }

    private static SearchHit hit(String title, Runnable open) {
        return new SearchHit(title, title, "", "dot", Optional.empty(), open);
    }

    private void search(SearchProvider provider, int limit) {
        GuardedProvider.of(provider, calls).search("x", limit, () -> false, found::add);
    }

    @Test
    void resultsWithoutEndAreCut() {
        search(
                provider((limit, results) -> {
                    for (int i = 0; ; i++) {
                        results.accept(hit("thing " + i, () -> {}));
                    }
                }),
                20);
        assertEquals(20, found.size());
        assertEquals(List.of(), calls.faults());
    }

    @Test
    void whatASearchThrowsIsItsOwn() {
        search(
                provider((limit, results) -> {
                    results.accept(hit("first", () -> {}));
                    throw new IllegalStateException("broken");
                }),
                20);
        assertEquals(1, found.size());
        assertEquals(List.of("search: broken"), calls.faults());
    }

    @Test
    void whatOpeningThrowsIsItsOwn() {
        search(
                provider((limit, results) -> results.accept(hit("first", () -> {
                    throw new IllegalStateException("broken");
                }))),
                20);
        found.getFirst().open().run();
        assertEquals(List.of("open a search result: broken"), calls.faults());
    }

    @Test
    void aTitleWithoutEndIsCut() {
        search(provider((limit, results) -> results.accept(hit("x".repeat(1_000_000), () -> {}))), 20);
        assertTrue(found.getFirst().title().length() <= 300);
    }
}
