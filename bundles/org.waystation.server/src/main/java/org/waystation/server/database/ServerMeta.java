package org.waystation.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What this server is.
 *
 * @param epoch names the history; made with the database
 * @param provider name of the managed service provider
 * @param sample which sample data was loaded, such as {@code small:42}
 */
public record ServerMeta(UUID epoch, String provider, Optional<String> sample) {

    /** Reads it, and makes it where the database is new. */
    public static ServerMeta readOrCreate(Connection connection, String provider) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into server_meta (epoch, provider) values (?, ?) on conflict do nothing")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, provider);
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                        connection.prepareStatement("select epoch, provider, sample from server_meta");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new ServerMeta(
                    rows.getObject(1, UUID.class), rows.getString(2), Optional.ofNullable(rows.getString(3)));
        }
    }
}
