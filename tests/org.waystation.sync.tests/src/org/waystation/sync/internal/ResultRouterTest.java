package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.OperationResult.Applied;
import org.waystation.api.sync.OperationResult.Conflict;
import org.waystation.api.sync.OperationResult.Rejected;
import org.waystation.api.sync.OperationResult.Retry;
import org.waystation.api.sync.Problem;

class ResultRouterTest {

    private final ResultRouter router = new ResultRouter();

    @Test
    void sortsByWhatHasToBeDone() throws BackendException {
        List<Operation> sent = List.of(operation(1), operation(2), operation(3), operation(4));
        Applied applied = new Applied(id(1), record());
        Conflict conflict = new Conflict(id(2), Optional.empty());
        Rejected rejected = rejected(3, "validation_failed");
        Retry retry = new Retry(id(4), Optional.of(Duration.ofSeconds(9)));

        ResultRouter.Routed routed = router.route(sent, List.of(applied, conflict, rejected, retry));

        assertEquals(List.of(applied, rejected), routed.settled());
        assertEquals(List.of(new ResultRouter.Conflicting(sent.get(1), conflict)), routed.conflicts());
        assertEquals(Map.of(sent.get(3), Optional.of(Duration.ofSeconds(9))), routed.retries());
        assertTrue(routed.waiting().isEmpty());
    }

    @Test
    void whatDependsOnAConflictIsNoRejection() throws BackendException {
        List<Operation> sent = List.of(operation(1), operation(2, id(1)));

        ResultRouter.Routed routed = router.route(
                sent, List.of(new Conflict(id(1), Optional.empty()), rejected(2, "dependency_not_applied")));

        assertTrue(routed.settled().isEmpty());
        assertTrue(routed.waiting().isEmpty());
    }

    @Test
    void whatDependsOnSomethingUnknownIsLookedAt() throws BackendException {
        Rejected rejected = rejected(2, "dependency_not_applied");

        ResultRouter.Routed routed = router.route(List.of(operation(2, id(1))), List.of(rejected));

        assertEquals(List.of(rejected), routed.waiting());
    }

    @Test
    void anAnswerForOtherOperationsIsNotBelieved() {
        List<Operation> sent = List.of(operation(1), operation(2));
        Applied one = new Applied(id(1), record());
        Applied two = new Applied(id(2), record());

        for (List<OperationResult> wrong : List.<List<OperationResult>>of(List.of(one), List.of(two, one), List.of())) {
            BackendException e = assertThrows(BackendException.class, () -> router.route(sent, wrong));
            assertEquals(BackendException.Cause.MALFORMED, e.kind());
        }
    }

    private static UUID id(long number) {
        return Workstation.id(number);
    }

    private static Operation operation(long number, UUID... dependsOn) {
        return new Operation(
                id(number),
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                id(100 + number),
                1,
                List.of(),
                List.of(dependsOn),
                Instant.EPOCH);
    }

    private static Rejected rejected(long number, String code) {
        return new Rejected(id(number), new Problem(code, "No.", "", List.of()));
    }

    private static EntityRecord record() {
        return new EntityRecord(EntityKind.TICKET, id(101), 2, 2, Map.of());
    }
}
