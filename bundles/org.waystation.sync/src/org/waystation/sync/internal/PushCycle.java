package org.waystation.sync.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;

/**
 * Sends what waits in the outbox, until nothing is left that may go now. One operation that cannot be sent never keeps
 * the others from going.
 */
final class PushCycle {

    static final int BATCH = 500;

    /** Somebody who changes the record more often than this while we merge gets the turn. */
    private static final int MERGES_IN_A_ROW = 5;

    /** A server that fails as often on one operation alone fails because of it. */
    private static final int FAILURES_ALONE = 3;

    /** A server that refuses as many requests in a row does not refuse because of what is in them. */
    private static final int REFUSALS_IN_A_ROW = 3;

    private static final String REFUSED = "refused";
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Duration HOLD_BRIEFLY = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Backend backend;
    private final HeldBack held;
    private final Set<UUID> insisted;
    private final Tally tally;
    private final Set<UUID> mergedOnce = new HashSet<>();
    private final ResultRouter router = new ResultRouter();
    private final FieldMerge fieldMerge = new FieldMerge();
    private int batchLimit = BATCH;
    private int failures;
    private int refusals;

    /** @param insisted operations of which a person has decided that they shall stand; thread-safe */
    PushCycle(Outbox outbox, Backend backend, HeldBack held, Set<UUID> insisted, Tally tally) {
        this.outbox = outbox;
        this.backend = backend;
        this.held = held;
        this.insisted = insisted;
        this.tally = tally;
    }

    /**
     * Puts back in the turn what was refused without a word on the change itself: that may have been something between
     * us and the server, which may even have taken the change before. To be called once for each sign-in.
     */
    void reconsider() throws StoreException {
        unpark(problem -> problem.code().equals(REFUSED));
    }

    /**
     * Puts back in the turn all that was refused, since the server's history or what we may see is another one now:
     * what was not found or not allowed may be now, and what it had applied it says again.
     */
    void reconsiderAll() throws StoreException {
        unpark(problem -> !problem.code().equals(Merge.CONFLICT));
    }

    private void unpark(Predicate<Problem> which) throws StoreException {
        for (PendingOperation pending : outbox.pending()) {
            if (pending.parked().filter(which).isPresent()) {
                outbox.unpark(pending.operation().id());
            }
        }
    }

    /** @param onAnswer called after each answer was taken in */
    void run(Hearer onAnswer) throws BackendException, StoreException {
        Map<UUID, Integer> merges = new HashMap<>();
        for (List<Operation> batch = next(); !batch.isEmpty(); batch = next()) {
            Optional<List<OperationResult>> results = send(batch);
            if (results.isPresent()) {
                takeIn(router.route(batch, results.get()), merges);
                onAnswer.hear();
            }
        }
    }

    private List<Operation> next() throws StoreException {
        return held.select(outbox.ready(BATCH + held.size()), batchLimit);
    }

    /** Empty where the server did not take the request as it was, and the next try is another one. */
    private Optional<List<OperationResult>> send(List<Operation> batch) throws BackendException, StoreException {
        try {
            List<OperationResult> results = backend.push(batch);
            failures = 0;
            refusals = 0;
            batchLimit = Math.min(BATCH, batchLimit * 2);
            return Optional.of(results);
        } catch (BackendException e) {
            switch (e.kind()) {
                case REFUSED -> isolateRefused(batch, e);
                case SERVER_ERROR -> isolateFailing(batch, e);
                default -> throw e;
            }
            return Optional.empty();
        }
    }

    private void isolateRefused(List<Operation> batch, BackendException refusal)
            throws BackendException, StoreException {
        if (batch.size() > 1) {
            batchLimit = batch.size() / 2;
            return;
        }
        refusals++;
        if (refusals == REFUSALS_IN_A_ROW) {
            refusals = 0;
            throw refusal;
        }
        outbox.park(
                batch.getFirst().id(),
                new Problem(REFUSED, "The server does not take this change.", refusal.getMessage(), List.of()));
    }

    private void isolateFailing(List<Operation> batch, BackendException failure) throws BackendException {
        failures++;
        batchLimit = Math.max(1, batch.size() / 2);
        if (batch.size() > 1
                || failures < FAILURES_ALONE
                || failure.retryAfter().isPresent()) {
            throw failure;
        }
        failures = 0;
        held.hold(batch.getFirst().id(), HOLD);
    }

    private void takeIn(ResultRouter.Routed routed, Map<UUID, Integer> merges) throws StoreException {
        List<OperationResult> settled = new ArrayList<>(routed.settled());
        List<Merge> toDo = new ArrayList<>();
        for (ResultRouter.Conflicting conflicting : routed.conflicts()) {
            Operation mine = conflicting.operation();
            Merge merge = fieldMerge.merge(mine, conflicting.result().current(), insisted.contains(mine.id()));
            if (merge instanceof Merge.AlreadyThere there) {
                settled.add(new OperationResult.Applied(there.operationId(), there.current()));
            } else {
                toDo.add(merge);
            }
        }
        if (!settled.isEmpty()) {
            outbox.settle(settled);
            settled.forEach(result -> insisted.remove(result.operationId()));
            settled.forEach(this::count);
        }
        for (Merge merge : toDo) {
            carryOut(merge, merges);
        }
        routed.retries().forEach((operation, wait) -> held.hold(operation.id(), wait.orElse(HOLD_BRIEFLY)));
        for (OperationResult.Rejected waiting : routed.waiting()) {
            holdOrPark(waiting);
        }
    }

    private void count(OperationResult result) {
        if (result instanceof OperationResult.Rejected) {
            tally.parked();
        } else {
            tally.sent(1);
            if (mergedOnce.remove(result.operationId())) {
                tally.merged();
            }
        }
    }

    private void carryOut(Merge merge, Map<UUID, Integer> merges) throws StoreException {
        switch (merge) {
            case Merge.Rebased rebased -> {
                outbox.rebase(rebased.operation(), rebased.onto());
                UUID id = rebased.operation().id();
                mergedOnce.add(id);
                if (merges.merge(id, 1, Integer::sum) > MERGES_IN_A_ROW) {
                    held.hold(id, HOLD_BRIEFLY);
                }
            }
            case Merge.Clash clash -> {
                outbox.parkConflict(clash.operationId(), clash.problem(), clash.theirs());
                tally.parked();
            }
            case Merge.AlreadyGone gone -> outbox.discard(gone.operationId());
            case Merge.AlreadyThere there ->
                throw new IllegalStateException("Settled with the others: " + there.operationId());
        }
    }

    /** Waits for a dependency that is still here; where it is not, the server has lost it and a person must look. */
    private void holdOrPark(OperationResult.Rejected waiting) throws StoreException {
        List<Operation> all =
                outbox.pending().stream().map(pending -> pending.operation()).toList();
        Set<UUID> here = all.stream().map(Operation::id).collect(Collectors.toSet());
        boolean dependencyHere = all.stream()
                .filter(operation -> operation.id().equals(waiting.operationId()))
                .anyMatch(operation -> operation.dependsOn().stream().anyMatch(here::contains));
        if (dependencyHere) {
            held.hold(waiting.operationId(), HOLD_BRIEFLY);
        } else {
            outbox.park(waiting.operationId(), waiting.problem());
        }
    }
}
