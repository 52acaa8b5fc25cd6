package org.waystation.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps security events in the database; nothing in the server changes or deletes one. */
public final class SecurityLog {

    private static final int DETAIL_MAX = 500;

    /** One that is kept. */
    public record Entry(
            long id,
            Instant at,
            String kind,
            Optional<UUID> user,
            Optional<UUID> about,
            String address,
            String detail) {}

    /** Within the transaction of what it tells of, where that has one. */
    public void add(Connection connection, SecurityEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into security_event (kind, user_id, about, address, detail) values (?, ?, ?, ?, ?)")) {
            statement.setString(1, event.kind().code());
            statement.setObject(2, event.user().orElse(null));
            statement.setObject(3, event.about().orElse(null));
            statement.setString(4, event.address());
            String detail = event.detail();
            statement.setString(5, detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail);
            statement.executeUpdate();
        }
    }

    /** Newest first. */
    public List<Entry> page(Connection connection, Optional<Long> before, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, at, kind, user_id, about, address, detail from security_event where id < ?"
                        + " order by id desc limit ?")) {
            statement.setLong(1, before.orElse(Long.MAX_VALUE));
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            id(rows.getObject(4, UUID.class)),
                            id(rows.getObject(5, UUID.class)),
                            rows.getString(6),
                            rows.getString(7)));
                }
                return entries;
            }
        }
    }

    private static Optional<UUID> id(@Nullable UUID id) {
        return Optional.ofNullable(id);
    }
}
