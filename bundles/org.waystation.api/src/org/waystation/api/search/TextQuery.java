package org.waystation.api.search;

import java.util.Set;
import org.waystation.api.record.EntityKind;

/**
 * What to look for in the texts held on this machine.
 *
 * @param text typed words, in any order; the last one may be the beginning of a word, all others are whole words or
 *     their beginnings where no whole word fits
 * @param kinds the kinds of record wanted, such as ticket, note, article; empty for all
 * @param limit most hits wanted, 1 to {@value #LIMIT_MAX}
 */
public record TextQuery(String text, Set<EntityKind> kinds, int limit) {

    public static final int LIMIT_MAX = 500;

    public TextQuery {
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("From 1 to " + LIMIT_MAX + " hits, not " + limit);
        }
    }
}
