package org.waystation.api.sync;

import java.util.Map;
import org.waystation.api.record.EntityKind;

/**
 * How large a scope would be.
 *
 * @param records how many of each kind, as the server counts them now
 * @param bytes about how much room they take here, by what the records that are here take
 */
public record ScopeEstimate(Map<EntityKind, Long> records, long bytes) {

    public ScopeEstimate {
        records = Map.copyOf(records);
    }

    public long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
