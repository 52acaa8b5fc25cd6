package org.waystation.api.search;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds things for Search Everywhere. Published as a service; called on a worker thread, once for each change of the
 * typed text.
 */
@ConsumerType
public interface SearchProvider {

    /** The tab and group its results belong to, such as "Tickets". */
    String group();

    /** Where its group stands, lowest first. */
    int order();

    /**
     * Hands over results, best first.
     *
     * @param text what was typed, stripped, possibly empty (then: what was used last)
     * @param limit most results wanted
     * @param cancelled true once nobody waits for the answer any more; to be looked at often
     * @param results takes each result as it is found
     */
    void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results);
}
