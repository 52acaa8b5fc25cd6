package org.waystation.server.operation;

import java.util.Optional;
import java.util.UUID;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.record.StoredRecord;

/** What became of one operation. */
public sealed interface Outcome {

    UUID operationId();

    /** Done, now or on an earlier send; {@code record} is the record as it now is, perhaps a tombstone. */
    record Applied(UUID operationId, StoredRecord record) implements Outcome {}

    /** The record changed since the author saw it; empty when it was deleted. */
    record Conflict(UUID operationId, Optional<StoredRecord> current) implements Outcome {}

    /** Not accepted as it is. */
    record Rejected(UUID operationId, ApiProblem problem) implements Outcome {}

    /** Not done, for a reason that passes. */
    record Retry(UUID operationId, int afterSeconds) implements Outcome {}
}
