package org.waystation.server.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.waystation.server.database.Database;
import org.waystation.server.database.Faults;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.DatabaseLedger;
import org.waystation.server.record.RecordTable;
import org.waystation.server.session.Caller;

/** Applies batches of edits; each edit stands or falls alone. */
public final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    /** So many edits share a commit; others wait for the history's next number as long as these take. */
    private static final int TOGETHER = 50;

    private static final int ATTEMPTS = 4;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Database database;
    private final OperationLog earlierOnes = new OperationLog();
    private final EditApplier applier = new EditApplier(InstantSource.system());
    private final RecordTable records = new RecordTable();

    public Operations(Database database) {
        this.database = database;
    }

    /** One outcome for each edit, in the same order. */
    public List<Outcome> apply(Caller caller, List<Edit> edits) {
        List<Outcome> outcomes = new ArrayList<>();
        Batch batch = new Batch();
        for (int from = 0; from < edits.size(); from += TOGETHER) {
            List<Edit> group = edits.subList(from, Math.min(edits.size(), from + TOGETHER));
            outcomes.addAll(group.size() > 1 ? applyTogether(caller, group, batch) : oneByOne(caller, group, batch));
        }
        return outcomes;
    }

    /** What has come of a request so far. */
    private static final class Batch {

        private final Map<UUID, Outcome> byId = new HashMap<>();
        /** Waiting for the database again with each of 500 edits, or each group of them, would take minutes. */
        private boolean away;
    }

    /** Each in a transaction of its own. */
    private List<Outcome> oneByOne(Caller caller, List<Edit> edits, Batch batch) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Edit edit : edits) {
            Outcome outcome = retry(edit);
            if (!batch.away && !waitsForRetry(edit, batch.byId)) {
                try {
                    outcome = applyWithAttempts(caller, edit);
                } catch (ProblemException e) {
                    outcome = new Outcome.Rejected(edit.id(), e.problem());
                } catch (SQLException e) {
                    batch.away = Faults.isAway(e);
                    log(edit, e);
                }
            }
            outcomes.add(outcome);
            batch.byId.put(edit.id(), outcome);
        }
        return outcomes;
    }

    /**
     * All in one transaction, each behind a savepoint, since most of an edit's time is its commit. Where that fails as a
     * whole, as by a deadlock, nothing has happened and each is tried alone; where the database is away, all are to be sent again.
     */
    private List<Outcome> applyTogether(Caller caller, List<Edit> edits, Batch batch) {
        if (batch.away) {
            return oneByOne(caller, edits, batch);
        }
        List<Outcome> outcomes = new ArrayList<>();
        Map<UUID, Outcome> found = new HashMap<>(batch.byId);
        try (Connection connection = database.connectAs(caller.scope())) {
            boolean committed = false;
            try {
                for (Edit edit : edits) {
                    Outcome outcome = waitsForRetry(edit, found) ? retry(edit) : applyWithin(connection, caller, edit);
                    outcomes.add(outcome);
                    found.put(edit.id(), outcome);
                }
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            batch.away = Faults.isAway(e);
            if (batch.away) {
                log(edits.getFirst(), e);
            } else {
                LOG.atDebug()
                        .setCause(e)
                        .addKeyValue("operations", edits.size())
                        .log("operations are applied one by one");
            }
            return oneByOne(caller, edits, batch);
        }
        batch.byId.putAll(found);
        return outcomes;
    }

    private Outcome applyWithin(Connection connection, Caller caller, Edit edit) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Outcome outcome;
        try {
            outcome = applyClaimed(connection, caller, edit);
        } catch (ProblemException e) {
            outcome = new Outcome.Rejected(edit.id(), e.problem());
        } catch (SQLException e) {
            if (!Faults.isOutOfReach(e)) {
                throw e;
            }
            outcome = new Outcome.Rejected(edit.id(), outOfReach().problem());
        }
        if (!(outcome instanceof Outcome.Applied)) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return outcome;
    }

    private static ProblemException outOfReach() {
        return new ProblemException(ProblemCode.FORBIDDEN, "It is out of your reach.");
    }

    /** What depends on something that will be sent again is to be sent again with it. */
    private static boolean waitsForRetry(Edit edit, Map<UUID, Outcome> byId) {
        return edit.dependsOn().stream().anyMatch(id -> byId.get(id) instanceof Outcome.Retry);
    }

    private Outcome applyWithAttempts(Caller caller, Edit edit) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return applyOnce(caller, edit);
            } catch (SQLException e) {
                if (Faults.isOutOfReach(e)) {
                    throw outOfReach();
                }
                if (!Faults.isCollision(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Outcome retry(Edit edit) {
        return new Outcome.Retry(edit.id(), RETRY_AFTER_SECONDS);
    }

    private static void log(Edit edit, SQLException failure) {
        LoggingEventBuilder event =
                Faults.isAway(failure) ? LOG.atWarn() : LOG.atError().setCause(failure);
        event.addKeyValue("operation", edit.id())
                .addKeyValue("kind", edit.kind().kind())
                .addKeyValue("sqlState", failure.getSQLState())
                .log("operation not applied");
    }

    private Outcome applyOnce(Caller caller, Edit edit) throws SQLException {
        try (Connection connection = database.connectAs(caller.scope())) {
            boolean applied = false;
            try {
                Outcome outcome = applyClaimed(connection, caller, edit);
                if (outcome instanceof Outcome.Applied) {
                    connection.commit();
                    applied = true;
                }
                return outcome;
            } finally {
                if (!applied) {
                    connection.rollback();
                }
            }
        }
    }

    private Outcome applyClaimed(Connection connection, Caller caller, Edit edit) throws SQLException {
        Optional<OperationLog.Entry> earlier = earlierOnes.claim(connection, edit, caller.id());
        if (earlier.isPresent()) {
            return repeated(connection, caller, edit, earlier.get());
        }
        List<UUID> open = earlierOnes.notApplied(connection, edit.dependsOn());
        if (!open.isEmpty()) {
            throw new ProblemException(ApiProblem.of(
                    ProblemCode.DEPENDENCY_NOT_APPLIED, "Operation " + open.getFirst() + " was not applied."));
        }
        return applier.apply(new DatabaseLedger(connection), caller, edit);
    }

    private Outcome repeated(Connection connection, Caller caller, Edit edit, OperationLog.Entry earlier)
            throws SQLException {
        if (!earlier.userId().equals(caller.id())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The operation's id is somebody else's.");
        }
        return records.find(connection, earlier.entityId())
                .<Outcome>map(record -> new Outcome.Applied(edit.id(), record))
                // Only a purged tombstone is gone for good: there is nothing left that could conflict with it.
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "It was applied, and its record was deleted long ago."));
    }
}
