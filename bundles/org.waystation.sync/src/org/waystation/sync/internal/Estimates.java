package org.waystation.sync.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.Backend.Capability;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ScopeEstimate;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Says how large a scope would be: the server counts, and what is here tells how much room a record takes. */
final class Estimates {

    /** What a record takes where nothing is here yet to go by: as measured with the reference data, indexes included. */
    private static final long BYTES_A_RECORD = 1_100;

    /** Fewer records than this say little of the others, since an empty file has a size too. */
    private static final long ENOUGH = 1_000;

    private final Records records;

    Estimates(Records records) {
        this.records = records;
    }

    ScopeEstimate of(Backend backend, SyncScope scope) throws BackendException, StoreException {
        if (!backend.capabilities().contains(Capability.DIGESTS)) {
            throw new BackendException(BackendException.Cause.REFUSED, "This server does not say how much that is.");
        }
        Map<EntityKind, Long> counts = backend.digests(scope).kinds().entrySet().stream()
                .filter(entry -> entry.getValue().count() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().count()));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new ScopeEstimate(counts, total * bytesEach());
    }

    private long bytesEach() throws StoreException {
        Records.Held held = records.held();
        long here = held.records().values().stream().mapToLong(Long::longValue).sum();
        return here < ENOUGH ? BYTES_A_RECORD : held.bytes() / here;
    }
}
