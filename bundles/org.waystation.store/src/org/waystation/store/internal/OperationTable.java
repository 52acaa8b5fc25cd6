package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.StoreException;

/** Queued operations in the order in which they were made. */
final class OperationTable {

    /** A parked operation takes along what depends on it: by saying so, or by changing a record that it makes. */
    private static final String WITH_DEPENDENTS = """
            WITH RECURSIVE chain (id) AS (
                SELECT ?
                UNION
                SELECT needs.operation FROM operation_dependency AS needs JOIN chain ON needs.needs = chain.id
                UNION
                SELECT later.id FROM operation AS later
                    JOIN operation AS creation ON creation.entity = later.entity AND creation.creates = 1
                    JOIN chain ON creation.id = chain.id
            )
            SELECT operation.id FROM operation JOIN chain ON operation.id = chain.id ORDER BY operation.turn
            """;

    private final Session session;

    OperationTable(Session session) {
        this.session = session;
    }

    static void create(Session session) throws SQLException {
        session.execute("CREATE TABLE operation (turn INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, "
                + "entity BLOB NOT NULL, root BLOB NOT NULL, creates INTEGER NOT NULL, body BLOB NOT NULL, "
                + "problem BLOB, parked_for BLOB)"); // parked_for: the operation that was refused, itself or one it
        // needs
        session.execute("CREATE INDEX operation_entity ON operation (entity)");
        session.execute("CREATE INDEX operation_root ON operation (root)");
        session.execute("CREATE TABLE operation_dependency (operation BLOB NOT NULL, needs BLOB NOT NULL, "
                + "PRIMARY KEY (operation, needs)) WITHOUT ROWID");
        session.execute("CREATE INDEX operation_dependency_needs ON operation_dependency (needs, operation)");
    }

    /**
     * Queues an operation.
     *
     * @param root the record that it belongs to on screen: a note's ticket
     */
    void add(Operation operation, UUID root) throws SQLException {
        session.update(
                "INSERT INTO operation (id, entity, root, creates, body) VALUES (?, ?, ?, ?, ?)",
                Ids.bytes(operation.id()),
                Ids.bytes(operation.entityId()),
                Ids.bytes(root),
                operation.type() == Operation.Type.CREATE ? 1 : 0,
                OperationCodec.write(operation));
        for (UUID needed : operation.dependsOn()) {
            session.update(
                    "INSERT OR IGNORE INTO operation_dependency (operation, needs) VALUES (?, ?)",
                    Ids.bytes(operation.id()),
                    Ids.bytes(needed));
        }
    }

    void replace(Operation operation) throws SQLException {
        session.update(
                "UPDATE operation SET body = ? WHERE id = ?",
                OperationCodec.write(operation),
                Ids.bytes(operation.id()));
    }

    /** Puts another operation in the place of one; what needed the one needs the other. */
    void exchange(UUID id, Operation other) throws SQLException, StoreException {
        session.update(
                "UPDATE operation SET id = ?, body = ? WHERE id = ?",
                Ids.bytes(other.id()),
                OperationCodec.write(other),
                Ids.bytes(id));
        new UploadTable(session).exchange(id, other.id());
        session.update(
                "UPDATE operation_dependency SET operation = ? WHERE operation = ?",
                Ids.bytes(other.id()),
                Ids.bytes(id));
        List<Operation> dependents = session.list(
                "SELECT body FROM operation WHERE id IN (SELECT operation FROM operation_dependency WHERE needs = ?)",
                OperationTable::body,
                Ids.bytes(id));
        for (Operation dependent : dependents) {
            replace(dependent.dependingOn(dependent.dependsOn().stream()
                    .map(needed -> needed.equals(id) ? other.id() : needed)
                    .toList()));
        }
        session.update(
                "UPDATE operation_dependency SET needs = ? WHERE needs = ?", Ids.bytes(other.id()), Ids.bytes(id));
    }

    void remove(UUID id) throws SQLException {
        session.update("DELETE FROM operation WHERE id = ?", Ids.bytes(id));
        session.update("DELETE FROM operation_dependency WHERE operation = ?", Ids.bytes(id));
        new UploadTable(session).remove(id);
    }

    Optional<Operation> find(UUID id) throws SQLException, StoreException {
        return session.first("SELECT body FROM operation WHERE id = ?", OperationTable::body, Ids.bytes(id));
    }

    List<Operation> of(UUID entity) throws SQLException, StoreException {
        return session.list(
                "SELECT body FROM operation WHERE entity = ? ORDER BY turn", OperationTable::body, Ids.bytes(entity));
    }

    /** Not parked, the oldest that is not parked on its record, and waiting for no content. */
    List<Operation> ready(int limit) throws SQLException, StoreException {
        return session.list(
                "SELECT body FROM operation AS mine WHERE problem IS NULL AND NOT EXISTS (SELECT 1 FROM operation AS "
                        + "earlier WHERE earlier.entity = mine.entity AND earlier.turn < mine.turn AND earlier.problem "
                        + "IS NULL) AND " + UploadTable.NONE_FOR_MINE + " ORDER BY turn LIMIT ?",
                OperationTable::body,
                limit);
    }

    List<PendingOperation> pending() throws SQLException, StoreException {
        return session.list("SELECT body, problem FROM operation ORDER BY turn", OperationTable::pending);
    }

    List<PendingOperation> pendingAt(UUID root) throws SQLException, StoreException {
        byte[] id = Ids.bytes(root);
        return session.list(
                "SELECT body, problem FROM operation WHERE root = ? OR entity = ? ORDER BY turn",
                OperationTable::pending,
                id,
                id);
    }

    boolean touches(UUID root) throws SQLException, StoreException {
        byte[] id = Ids.bytes(root);
        return session.first("SELECT 1 FROM operation WHERE root = ? OR entity = ?", row -> true, id, id)
                .isPresent();
    }

    List<UUID> entities() throws SQLException, StoreException {
        return session.list("SELECT DISTINCT entity FROM operation", row -> Ids.uuid(row.getBytes(1)));
    }

    boolean isEmpty() throws SQLException, StoreException {
        return session.first("SELECT 1 FROM operation", row -> true).isEmpty();
    }

    int count(boolean parked) throws SQLException, StoreException {
        return session.first(
                        "SELECT count(*) FROM operation WHERE (problem IS NOT NULL) = ?",
                        row -> row.getInt(1),
                        parked ? 1 : 0)
                .orElse(0);
    }

    /** An operation and those that cannot be without it, oldest first. */
    List<UUID> withDependents(UUID id) throws SQLException, StoreException {
        return session.list(WITH_DEPENDENTS, row -> Ids.uuid(row.getBytes(1)), Ids.bytes(id));
    }

    /** The refused operation for which one of those that this one needs is parked. */
    Optional<UUID> parkedNeed(Operation operation) throws SQLException, StoreException {
        return session.first(
                "SELECT parked_for FROM operation WHERE problem IS NOT NULL AND id IN (SELECT needs FROM "
                        + "operation_dependency WHERE operation = ?) OR problem IS NOT NULL AND creates = 1 AND entity = ? "
                        + "AND id <> ?",
                row -> Ids.uuid(row.getBytes(1)),
                Ids.bytes(operation.id()),
                Ids.bytes(operation.entityId()),
                Ids.bytes(operation.id()));
    }

    boolean waitsForAnother(UUID id) throws SQLException, StoreException {
        return session.first(
                        "SELECT 1 FROM operation WHERE id IN (SELECT needs FROM operation_dependency WHERE operation = ?)",
                        row -> true,
                        Ids.bytes(id))
                .isPresent();
    }

    void park(UUID id, UUID refused, Problem problem) throws SQLException {
        session.update(
                "UPDATE operation SET problem = ?, parked_for = ? WHERE id = ?",
                OperationCodec.write(problem),
                Ids.bytes(refused),
                Ids.bytes(id));
    }

    void unpark(UUID id) throws SQLException {
        session.update("UPDATE operation SET problem = NULL, parked_for = NULL WHERE id = ?", Ids.bytes(id));
    }

    Optional<Problem> problem(UUID id) throws SQLException, StoreException {
        return session.first(
                "SELECT problem FROM operation WHERE id = ? AND problem IS NOT NULL",
                row -> OperationCodec.problem(row.getBytes(1)),
                Ids.bytes(id));
    }

    private static Operation body(ResultSet row) throws SQLException, StoreException {
        return OperationCodec.operation(row.getBytes(1));
    }

    private static PendingOperation pending(ResultSet row) throws SQLException, StoreException {
        byte @Nullable [] problem = row.getBytes(2);
        return new PendingOperation(
                OperationCodec.operation(row.getBytes(1)),
                problem == null ? Optional.empty() : Optional.of(OperationCodec.problem(problem)));
    }
}
