package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.store.StoreException;

/** Takes refused operations out of the turn and back, always with those that cannot be without them. */
final class Parking {

    /** Code of the problem of an operation that is parked only because one that it needs was refused. */
    static final String DEPENDENCY = "dependency_not_applied";

    private final Transaction transaction;
    private final OperationTable operations;

    Parking(Transaction transaction) {
        this.transaction = transaction;
        this.operations = transaction.operations();
    }

    void park(UUID refused, Problem reason) throws SQLException, StoreException {
        for (UUID id : operations.withDependents(refused)) {
            park(id, refused, reason);
        }
    }

    void unpark(UUID refused) throws SQLException, StoreException {
        unpark(operations.withDependents(refused));
    }

    void unpark(List<UUID> freed) throws SQLException, StoreException {
        for (UUID id : freed) {
            operations.unpark(id);
        }
        for (UUID id : freed) {
            Optional<Operation> operation = operations.find(id);
            if (operation.isPresent()) {
                parkIfNeedIsParked(operation.get());
                transaction.touchWithRoot(operation.get());
            }
        }
    }

    /** An operation cannot go before one that it needs, whenever it was made. */
    void parkIfNeedIsParked(Operation operation) throws SQLException, StoreException {
        Optional<UUID> refused = operations.parkedNeed(operation);
        Optional<Problem> reason = refused.isPresent() ? operations.problem(refused.get()) : Optional.empty();
        if (refused.isPresent() && reason.isPresent()) {
            park(operation.id(), refused.get(), reason.get());
        }
    }

    private void park(UUID id, UUID refused, Problem reason) throws SQLException, StoreException {
        Problem problem = id.equals(refused)
                ? reason
                : new Problem(DEPENDENCY, "Waits for a change that was not accepted.", reason.sentence(), List.of());
        operations.park(id, refused, problem);
        Optional<Operation> operation = operations.find(id);
        if (operation.isPresent()) {
            transaction.touchWithRoot(operation.get());
        }
    }
}
