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
 * @param offlineLeaseDays how long a workstation may show its copy without having heard from the server, 1 to 90
 */
public record ServerMeta(UUID epoch, String provider, Optional<String> sample, int offlineLeaseDays) {

    /**
     * Reads it, and makes it where the database is new.
     *
     * @param provider name for a new one
     * @param renamed name from now on; empty to leave it
     * @param leaseDays the days from now on; empty to leave them
     */
    public static ServerMeta readOrCreate(
            Connection connection, String provider, Optional<String> renamed, Optional<Integer> leaseDays)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into server_meta (epoch, provider) values (?, ?) on conflict do nothing")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, provider);
            statement.executeUpdate();
        }
        if (renamed.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement("update server_meta set provider = ?")) {
                statement.setString(1, renamed.get());
                statement.executeUpdate();
            }
        }
        if (leaseDays.isPresent()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("update server_meta set offline_lease_days = ?")) {
                statement.setInt(1, leaseDays.get());
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                        "select epoch, provider, sample, offline_lease_days from server_meta");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new ServerMeta(
                    rows.getObject(1, UUID.class),
                    rows.getString(2),
                    Optional.ofNullable(rows.getString(3)),
                    rows.getInt(4));
        }
    }
}
