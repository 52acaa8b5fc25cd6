package org.waystation.server.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.server.database.Secrets;
import org.waystation.server.session.TokenHash;

/** Links that work once: to choose a password, and to set up a server that has no account yet. */
public final class Links {

    private static final Duration TTL = Duration.ofHours(24);

    private final Secrets secrets = new Secrets();

    /** The code of a link with which this user can choose a password; earlier ones stop working. */
    public String forPassword(Connection connection, UUID userId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from one_time_link where user_id = ? or expires_at < now()")) {
            statement.setObject(1, userId);
            statement.executeUpdate();
        }
        return make(connection, "password", userId);
    }

    /** The code of a link with which the first account is made; earlier ones stop working. */
    public String forSetUp(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from one_time_link where purpose = 'setup'")) {
            statement.executeUpdate();
        }
        return make(connection, "setup", null);
    }

    private String make(Connection connection, String purpose, @Nullable UUID userId) throws SQLException {
        String code = secrets.next();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into one_time_link (hash, purpose, user_id, expires_at)
                values (?, ?, ?, now() + make_interval(secs => ?))""")) {
            statement.setBytes(1, TokenHash.of(code));
            statement.setString(2, purpose);
            statement.setObject(3, userId);
            statement.setDouble(4, TTL.toSeconds());
            statement.executeUpdate();
        }
        return code;
    }

    /** Whose password a code sets; empty where it does not work. */
    public Optional<UUID> passwordOf(Connection connection, String code) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select user_id from one_time_link where hash = ? and purpose = 'password' and expires_at > now()""")) {
            statement.setBytes(1, TokenHash.of(code));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Whether a code sets up the server: it was made for it, and there is no account yet. */
    public boolean setsUp(Connection connection, String code) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from one_time_link
                where hash = ? and purpose = 'setup' and expires_at > now() and not exists (select from account)""")) {
            statement.setBytes(1, TokenHash.of(code));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Makes the code void; false where it was already, also by another process at the same moment. */
    public boolean use(Connection connection, String code) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from one_time_link where hash = ? and expires_at > now()")) {
            statement.setBytes(1, TokenHash.of(code));
            return statement.executeUpdate() == 1;
        }
    }
}
