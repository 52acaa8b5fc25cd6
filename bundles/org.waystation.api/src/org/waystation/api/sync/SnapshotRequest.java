package org.waystation.api.sync;

import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;

/**
 * What a snapshot shall bring.
 *
 * @param kinds the kinds wanted; empty means all
 * @param scope what is wanted of them; everything without {@link Backend.Capability#SCOPES}
 * @param after goes on behind a mark that an earlier one brought, as if it had not been cut off; only with {@link
 *     Backend.Capability#RESUME}
 */
public record SnapshotRequest(Set<EntityKind> kinds, SyncScope scope, Optional<String> after) {

    public SnapshotRequest {
        kinds = Set.copyOf(kinds);
    }

    /** All of a scope, from its beginning. */
    public static SnapshotRequest of(SyncScope scope) {
        return new SnapshotRequest(Set.of(), scope, Optional.empty());
    }
}
