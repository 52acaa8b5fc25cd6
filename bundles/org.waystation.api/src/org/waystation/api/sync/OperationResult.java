package org.waystation.api.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;

/** What the remote system said of one operation. */
public sealed interface OperationResult {

    /** The operation that is answered for. */
    UUID operationId();

    /** Done, now or on an earlier send; {@code record} is the record as it now is. */
    record Applied(UUID operationId, EntityRecord record) implements OperationResult {}

    /** Done on an earlier send, and its record was deleted since: there is nothing left to show. */
    record AppliedAndGone(UUID operationId) implements OperationResult {}

    /** Somebody else changed the record since; {@code current} is the record as it now is, empty when it was deleted. */
    record Conflict(UUID operationId, Optional<EntityRecord> current) implements OperationResult {}

    /** Never to be accepted as it is. */
    record Rejected(UUID operationId, Problem problem) implements OperationResult {}

    /** Not done, for a reason that passes. */
    record Retry(UUID operationId, Optional<Duration> after) implements OperationResult {}
}
