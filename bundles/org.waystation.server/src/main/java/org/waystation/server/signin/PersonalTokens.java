package org.waystation.server.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.database.Secrets;
import org.waystation.server.session.TokenHash;

/** Tokens that people make for their scripts. A script may do what its person may, and no more. */
public final class PersonalTokens {

    private final Database database;
    private final Secrets secrets = new Secrets();
    private final SecurityLog log = new SecurityLog();

    public PersonalTokens(Database database) {
        this.database = database;
    }

    /** One as it is shown; the token itself was shown once. */
    public record Known(
            UUID id, String label, Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {}

    /** @param token shown this once */
    public record Made(Known known, String token) {}

    public Made make(UUID userId, String label, Instant expiresAt, String address) throws SQLException {
        String token = "wsp_" + secrets.next();
        return database.inTransaction(connection -> {
            Known known;
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into api_token (hash, label, user_id, expires_at, personal) values (?, ?, ?, ?, true)
                    returning id, label, created_at, expires_at, last_used_at""")) {
                statement.setBytes(1, TokenHash.of(token));
                statement.setString(2, label);
                statement.setObject(3, userId);
                statement.setObject(4, expiresAt.atOffset(ZoneOffset.UTC));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    known = known(rows);
                }
            }
            log.add(
                    connection,
                    new SecurityEvent(
                            Kind.PERSONAL_TOKEN_CREATED, Optional.of(userId), Optional.of(known.id()), address, label));
            return new Made(known, token);
        });
    }

    public List<Known> of(UUID userId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select id, label, created_at, expires_at, last_used_at from api_token
                        where user_id = ? and personal order by created_at desc, id""")) {
            statement.setObject(1, userId);
            try (ResultSet rows = statement.executeQuery()) {
                List<Known> tokens = new ArrayList<>();
                while (rows.next()) {
                    tokens.add(known(rows));
                }
                return tokens;
            }
        }
    }

    /** @return false where the user has no such token */
    public boolean revoke(UUID userId, UUID id, String address) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from api_token where id = ? and user_id = ? and personal")) {
                statement.setObject(1, id);
                statement.setObject(2, userId);
                if (statement.executeUpdate() == 0) {
                    return false;
                }
            }
            log.add(
                    connection,
                    new SecurityEvent(Kind.PERSONAL_TOKEN_REVOKED, Optional.of(userId), Optional.of(id), address, ""));
            return true;
        });
    }

    private static Known known(ResultSet rows) throws SQLException {
        return new Known(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(rows.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
