package org.waystation.api.search;

import java.util.List;

/**
 * An answer.
 *
 * @param hits best first
 * @param more whether there are further ones
 * @param complete false while texts that were taken in wait to be indexed, so that some may be missing
 */
public record TextHits(List<TextHit> hits, boolean more, boolean complete) {

    public TextHits {
        hits = List.copyOf(hits);
    }
}
