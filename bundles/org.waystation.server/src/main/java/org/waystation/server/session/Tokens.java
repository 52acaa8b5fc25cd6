package org.waystation.server.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.database.Scope;
import org.waystation.server.database.Secrets;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/** Who a token stands for, whatever way it was given: with a sign-in, as a personal token, in the ready file. */
public final class Tokens {

    private static final String BEARER = "Bearer ";

    private final Database database;
    private final Secrets secrets = new Secrets();
    private final SecurityLog log = new SecurityLog();

    public Tokens(Database database) {
        this.database = database;
    }

    /**
     * Makes a token; earlier ones with the same label stop working.
     *
     * @param ttl how long it works; empty for as long as it is not replaced
     */
    public String issue(String label, UUID userId, Optional<Duration> ttl) throws SQLException {
        String token = secrets.next();
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from api_token where label = ?")) {
                statement.setString(1, label);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into api_token (hash, label, user_id, expires_at) values (?, ?, ?, ?)")) {
                statement.setBytes(1, TokenHash.of(token));
                statement.setString(2, label);
                statement.setObject(3, userId);
                statement.setObject(
                        4,
                        ttl.map(t -> OffsetDateTime.now(ZoneOffset.UTC).plus(t)).orElse(null));
                statement.executeUpdate();
            }
            return token;
        });
    }

    /**
     * Who sent this header.
     *
     * @throws ProblemException if it holds no token that works
     */
    public Caller authenticate(Optional<String> authorization) throws SQLException {
        String header = authorization.orElseThrow(
                () -> new ProblemException(ProblemCode.TOKEN_MISSING, "Send the header Authorization: Bearer TOKEN."));
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(ProblemCode.TOKEN_INVALID, "Only the scheme Bearer is known.");
        }
        return lookUp(header.substring(BEARER.length()).strip());
    }

    private Caller lookUp(String token) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select t.expires_at, a.user_id, a.name, a.email, a.role, a.all_companies, a.scope_revision,
                               array(select c.company_id from account_company c where c.user_id = a.user_id),
                               t.id, t.personal and (t.last_used_at is null or t.last_used_at < now() - interval '1 hour'),
                               a.disabled_at is not null or s.ended_at is not null, coalesce(t.sign_in_id, t.id)
                        from api_token t join account a on a.user_id = t.user_id left join sign_in s on s.id = t.sign_in_id
                        where t.hash = ?""")) {
            byte[] hash = TokenHash.of(token);
            statement.setBytes(1, hash);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new ProblemException(ProblemCode.TOKEN_INVALID, "Sign in again.");
                }
                if (rows.getBoolean(11)) {
                    throw new ProblemException(
                            ProblemCode.ACCESS_REVOKED, "Somebody took the access of this program or account away.");
                }
                OffsetDateTime expires = rows.getObject(1, OffsetDateTime.class);
                if (expires != null && !expires.toInstant().isAfter(Instant.now())) {
                    throw new ProblemException(ProblemCode.TOKEN_EXPIRED, "Sign in again.");
                }
                Caller caller = caller(rows);
                if (rows.getBoolean(10)) {
                    noteUse(hash, caller, rows.getObject(9, UUID.class));
                }
                return caller;
            }
        }
    }

    /** Once an hour of use, so that reading does not become writing. */
    private void noteUse(byte[] hash, Caller caller, UUID token) throws SQLException {
        database.inTransaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update api_token set last_used_at = now() where hash = ?")) {
                statement.setBytes(1, hash);
                statement.executeUpdate();
            }
            log.add(
                    connection,
                    new SecurityEvent(Kind.PERSONAL_TOKEN_USED, Optional.of(caller.id()), Optional.of(token), "", ""));
            return token;
        });
    }

    private static Caller caller(ResultSet rows) throws SQLException {
        Role role = Role.find(rows.getString(5)).orElseThrow();
        UUID[] companies = (UUID[]) rows.getArray(8).getArray();
        Scope scope = new Scope(rows.getBoolean(6), Set.of(companies), role != Role.CUSTOMER_ADMIN);
        return new Caller(
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getString(4),
                role,
                scope,
                rows.getLong(7),
                rows.getObject(12, UUID.class));
    }
}
