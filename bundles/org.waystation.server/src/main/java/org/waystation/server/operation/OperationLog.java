package org.waystation.server.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers which operations were applied. Those that were not are forgotten: they changed nothing, and their authors
 * may send them again, as they are or rebased on a newer version.
 */
final class OperationLog {

    /** An operation that was applied. */
    record Entry(UUID userId, UUID entityId) {}

    /**
     * Claims the id for this transaction. A second sender of the same id waits here until the first one's transaction
     * has ended.
     *
     * @return what was applied under this id before; empty if nothing was
     */
    Optional<Entry> claim(Connection connection, Edit edit, UUID userId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into operation_result (id, user_id, kind, entity_id) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setObject(1, edit.id());
            statement.setObject(2, userId);
            statement.setString(3, edit.kind().kind().code());
            statement.setObject(4, edit.entityId());
            if (statement.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select user_id, entity_id from operation_result where id = ?")) {
            statement.setObject(1, edit.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.of(new Entry(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
    }

    /** Those of the operations that were not applied, in their order. */
    List<UUID> notApplied(Connection connection, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<UUID> applied = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select id from operation_result where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    applied.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids.stream().filter(id -> !applied.contains(id)).toList();
    }
}
