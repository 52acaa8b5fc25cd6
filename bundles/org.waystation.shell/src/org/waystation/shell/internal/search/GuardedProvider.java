package org.waystation.shell.internal.search;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/**
 * A provider that can do no harm: it has a deadline, hands over no more than was asked for, and what it throws is its
 * own. What it says of itself is asked once, when it is made.
 */
record GuardedProvider(SearchProvider provider, String group, int order, SafeCaller safe) implements SearchProvider {

    /** What it is asked for when it is made. */
    static final String HEAD = "the name of its search results";

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Longer than anything a row shows. */
    private static final int LONGEST = 300;

    /** Asks it what it is. */
    static SearchProvider of(SearchProvider provider, SafeCaller safe) {
        return new GuardedProvider(provider, provider.group().strip(), provider.order(), safe);
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger room = new AtomicInteger(limit);
        BooleanSupplier stop = () -> over.get() || cancelled.getAsBoolean();
        Consumer<SearchHit> take = hit -> {
            if (stop.getAsBoolean() || room.getAndDecrement() <= 0) {
                // Ends a provider that goes on for ever, wherever it stands.
                throw new CancellationException("no more results are wanted");
            }
            results.accept(harmless(hit));
        };
        try {
            safe.call(provider, "search", DEADLINE, () -> {
                        ask(text, limit, stop, take);
                        return true;
                    })
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof PluginCallException)) {
                throw e;
            }
            // It was told of and counted where it was caught; the others go on.
        } finally {
            over.set(true);
        }
    }

    private void ask(String text, int limit, BooleanSupplier stop, Consumer<SearchHit> take) {
        try {
            provider.search(text, limit, stop, take);
        } catch (CancellationException e) {
            // Cut short because nobody wants more: no fault of its own.
            return;
        }
    }

    private SearchHit harmless(SearchHit hit) {
        Runnable open = hit.open();
        return new SearchHit(
                hit.id(),
                cut(hit.title()),
                cut(hit.detail()),
                hit.icon(),
                hit.shortcut(),
                () -> safe.run(provider, "open a search result", open),
                hit.record(),
                hit.exact());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
