package org.waystation.api.sync;

import java.util.Map;
import org.waystation.api.record.EntityKind;

/**
 * Count and hash of each kind at one place in the server's history.
 *
 * @param cursor that place
 * @param kinds a kind without records may be missing
 */
public record Digests(String cursor, Map<EntityKind, Digest> kinds) {

    public Digests {
        kinds = Map.copyOf(kinds);
    }
}
