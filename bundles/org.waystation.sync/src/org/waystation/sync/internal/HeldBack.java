package org.waystation.sync.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;

/**
 * Operations that the server wants to see again later. What depends on them, or touches the same record, waits with them;
 * all others go on.
 */
final class HeldBack {

    private final EngineTime time;
    private final Map<UUID, Long> until = new HashMap<>();

    HeldBack(EngineTime time) {
        this.time = time;
    }

    void hold(UUID operationId, Duration wait) {
        until.put(operationId, time.nanos().getAsLong() + wait.toNanos());
    }

    /** Somebody wants all of it sent now. */
    void releaseAll() {
        until.clear();
    }

    int size() {
        return until.size();
    }

    /** When the first of them may go; empty where none is held. */
    Optional<Duration> nextRelease() {
        return until.values().stream().map(time::until).min(Comparator.naturalOrder());
    }

    /** Those of the operations that may go now, in their order. */
    List<Operation> select(List<Operation> ready, int limit) {
        until.values().removeIf(reading -> time.until(reading).isZero());
        Set<UUID> heldIds = new HashSet<>(until.keySet());
        Set<RecordRef> heldRecords = new HashSet<>();
        List<Operation> selected = new ArrayList<>();
        for (Operation operation : ready) {
            boolean waits = heldIds.contains(operation.id())
                    || heldRecords.contains(operation.ref())
                    || operation.dependsOn().stream().anyMatch(heldIds::contains);
            if (waits) {
                heldIds.add(operation.id());
                heldRecords.add(operation.ref());
            } else if (selected.size() < limit) {
                selected.add(operation);
            }
        }
        return selected;
    }
}
