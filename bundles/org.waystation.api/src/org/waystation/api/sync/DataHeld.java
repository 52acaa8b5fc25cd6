package org.waystation.api.sync;

import java.util.Map;
import org.waystation.api.record.EntityKind;

/**
 * What is held on this machine.
 *
 * @param records how many of each kind
 * @param bytes on disk, encrypted
 */
public record DataHeld(Map<EntityKind, Long> records, long bytes) {

    public DataHeld {
        records = Map.copyOf(records);
    }

    public long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
