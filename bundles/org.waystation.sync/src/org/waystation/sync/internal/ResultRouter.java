package org.waystation.sync.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;

/** Sorts what the server said of a batch by what has to be done about it. */
final class ResultRouter {

    /** What a server says of an operation whose dependency it did not apply. */
    static final String DEPENDENCY_NOT_APPLIED = "dependency_not_applied";

    /**
     * @param settled goes to the outbox as it is
     * @param conflicts is to be merged
     * @param retries is to be sent again, no sooner than was said
     * @param waiting waits for another operation of which the server has not applied anything yet
     */
    record Routed(
            List<OperationResult> settled,
            List<Conflicting> conflicts,
            Map<Operation, Optional<Duration>> retries,
            List<OperationResult.Rejected> waiting) {}

    /** An operation and the result that says it conflicts. */
    record Conflicting(Operation operation, OperationResult.Conflict result) {}

    /**
     * @param sent the operations as they were sent
     * @param results what came back, one for each in the same order
     * @throws BackendException where the answer does not fit what was sent
     */
    Routed route(List<Operation> sent, List<OperationResult> results) throws BackendException {
        check(sent, results);
        Set<UUID> notApplied = results.stream()
                .filter(result -> !(result instanceof OperationResult.Applied
                        || result instanceof OperationResult.AppliedAndGone))
                .map(OperationResult::operationId)
                .collect(Collectors.toSet());
        Routed routed = new Routed(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (int i = 0; i < sent.size(); i++) {
            Operation operation = sent.get(i);
            switch (results.get(i)) {
                case OperationResult.Applied applied -> routed.settled.add(applied);
                case OperationResult.AppliedAndGone gone -> routed.settled.add(gone);
                case OperationResult.Rejected rejected -> {
                    boolean waits = rejected.problem().code().equals(DEPENDENCY_NOT_APPLIED);
                    if (!waits) {
                        routed.settled.add(rejected);
                    } else if (operation.dependsOn().stream().noneMatch(notApplied::contains)) {
                        routed.waiting.add(rejected);
                    }
                }
                case OperationResult.Conflict conflict -> routed.conflicts.add(new Conflicting(operation, conflict));
                case OperationResult.Retry retry -> routed.retries.put(operation, retry.after());
            }
        }
        return routed;
    }

    private static void check(List<Operation> sent, List<OperationResult> results) throws BackendException {
        boolean fits = sent.size() == results.size();
        for (int i = 0; fits && i < sent.size(); i++) {
            fits = sent.get(i).id().equals(results.get(i).operationId());
        }
        if (!fits) {
            throw new BackendException(
                    BackendException.Cause.MALFORMED,
                    "The server answered for other changes than were sent. Your changes are kept and sent again.");
        }
    }
}
