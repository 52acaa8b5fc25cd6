package org.waystation.shell.internal.search;

import java.util.List;
import java.util.function.Predicate;
import org.waystation.api.search.SearchHit;

/**
 * The results of one provider.
 *
 * @param more there are more than were asked for
 * @param late they came after others were on the screen, and stand below them
 */
record ResultGroup(String name, int order, List<SearchHit> hits, boolean more, boolean late) {

    ResultGroup {
        hits = List.copyOf(hits);
    }

    /** The same group without some of its results. */
    ResultGroup without(Predicate<SearchHit> some) {
        return new ResultGroup(name, order, hits.stream().filter(some.negate()).toList(), more, late);
    }
}
