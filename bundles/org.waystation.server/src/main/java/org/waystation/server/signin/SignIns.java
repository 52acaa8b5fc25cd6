package org.waystation.server.signin;

import com.fasterxml.uuid.Generators;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.account.AccessNews;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.database.Secrets;
import org.waystation.server.session.TokenHash;

/**
 * Sign-ins of programs and their tokens. A refresh token works once; one that comes again ends its sign-in, since one of
 * the two who hold it is a thief. Only while its successor was never used, and for a short time, it is taken as a lost
 * answer: then the successor is void and another one is made.
 */
public final class SignIns {

    private static final Duration REFRESH = Duration.ofDays(60);
    private static final Duration LOST_ANSWER = Duration.ofMinutes(2);
    /** Somebody took it away: tokens of such a sign-in are kept, so that whoever holds them is told. */
    private static final String REVOKED = "revoked";

    private final Database database;
    private final Duration accessTtl;
    private final Secrets secrets = new Secrets();
    private final SecurityLog log = new SecurityLog();

    /**
     * @param accessTtl how long an access token works
     */
    public SignIns(Database database, Duration accessTtl) {
        this.database = database;
        this.accessTtl = accessTtl;
    }

    /** One that lasts. */
    public record SignIn(UUID id, String device, Instant createdAt, Instant lastUsedAt) {}

    /** Begins one, within the transaction of what allowed it. */
    Begun begin(Connection connection, UUID userId, String device, String address) throws SQLException {
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        try (PreparedStatement statement =
                connection.prepareStatement("insert into sign_in (id, user_id, device) values (?, ?, ?)")) {
            statement.setObject(1, id);
            statement.setObject(2, userId);
            statement.setString(3, device);
            statement.executeUpdate();
        }
        log.add(connection, new SecurityEvent(Kind.SIGNED_IN, Optional.of(userId), Optional.of(id), address, device));
        return new Begun(id, issue(connection, id, userId));
    }

    record Begun(UUID id, IssuedTokens tokens) {}

    private IssuedTokens issue(Connection connection, UUID signIn, UUID userId) throws SQLException {
        String access = "wsa_" + secrets.next();
        String refresh = "wsr_" + secrets.next();
        try (PreparedStatement statement =
                connection.prepareStatement("delete from api_token where sign_in_id = ? and expires_at < now()")) {
            statement.setObject(1, signIn);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into api_token (hash, label, user_id, sign_in_id, expires_at)
                values (?, '', ?, ?, now() + make_interval(secs => ?))""")) {
            statement.setBytes(1, TokenHash.of(access));
            statement.setObject(2, userId);
            statement.setObject(3, signIn);
            statement.setDouble(4, accessTtl.toMillis() / 1000.0);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into refresh_token (hash, sign_in_id, expires_at)
                values (?, ?, now() + make_interval(secs => ?))""")) {
            statement.setBytes(1, TokenHash.of(refresh));
            statement.setObject(2, signIn);
            statement.setDouble(3, REFRESH.toSeconds());
            statement.executeUpdate();
        }
        return new IssuedTokens(access, accessTtl, refresh);
    }

    /**
     * The next pair for a refresh token; if it was used before, its sign-in has ended.
     */
    public Refreshed refresh(String token, String address) throws SQLException {
        return database.inTransaction(connection -> {
            Optional<Refresh> found = hold(connection, token);
            if (found.isEmpty() || !found.get().works()) {
                log.add(
                        connection,
                        new SecurityEvent(
                                Kind.TOKEN_REFUSED,
                                found.map(Refresh::userId),
                                Optional.empty(),
                                address,
                                "refresh token"));
                return new Refreshed(
                        Optional.empty(), found.filter(Refresh::revoked).isPresent());
            }
            Refresh refresh = found.get();
            if (refresh.usedAt().isPresent() && !isLostAnswer(connection, refresh)) {
                log.add(
                        connection,
                        new SecurityEvent(
                                Kind.TOKEN_REUSED,
                                Optional.of(refresh.userId()),
                                Optional.of(refresh.signIn()),
                                address,
                                "a refresh token came again; the sign-in was ended"));
                end(connection, refresh.signIn(), "token reused");
                return new Refreshed(Optional.empty(), false);
            }
            IssuedTokens next = issue(connection, refresh.signIn(), refresh.userId());
            markUsed(connection, token, next.refresh());
            touch(connection, refresh.signIn());
            log.add(
                    connection,
                    new SecurityEvent(
                            Kind.TOKEN_REFRESHED,
                            Optional.of(refresh.userId()),
                            Optional.of(refresh.signIn()),
                            address,
                            ""));
            return new Refreshed(Optional.of(next), false);
        });
    }

    /**
     * What a refresh token gave.
     *
     * @param tokens empty where it does not work
     * @param revoked whether it does not work because somebody took the access away
     */
    public record Refreshed(Optional<IssuedTokens> tokens, boolean revoked) {}

    private record Refresh(
            UUID signIn,
            UUID userId,
            Optional<Instant> usedAt,
            Optional<byte[]> successor,
            boolean works,
            boolean revoked) {}

    private static Optional<Refresh> hold(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select r.sign_in_id, s.user_id, r.used_at, r.successor,
                       r.expires_at > now() and s.ended_at is null and a.disabled_at is null,
                       a.disabled_at is not null or (s.ended_at is not null and s.end_reason = ?)
                from refresh_token r join sign_in s on s.id = r.sign_in_id join account a on a.user_id = s.user_id
                where r.hash = ? for update of r, s""")) {
            statement.setString(1, REVOKED);
            statement.setBytes(2, TokenHash.of(token));
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Refresh(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        Optional.ofNullable(rows.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(rows.getBytes(4)),
                        rows.getBoolean(5),
                        rows.getBoolean(6)));
            }
        }
    }

    /** Whether whoever asked before never got the answer; then what it held is void. */
    private static boolean isLostAnswer(Connection connection, Refresh refresh) throws SQLException {
        boolean recent = refresh.usedAt().orElseThrow().plus(LOST_ANSWER).isAfter(Instant.now());
        if (!recent || refresh.successor().isEmpty()) {
            return false;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from refresh_token where hash = ? and used_at is null")) {
            statement.setBytes(1, refresh.successor().get());
            return statement.executeUpdate() == 1;
        }
    }

    private static void markUsed(Connection connection, String token, String successor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update refresh_token set used_at = coalesce(used_at, now()), successor = ? where hash = ?")) {
            statement.setBytes(1, TokenHash.of(successor));
            statement.setBytes(2, TokenHash.of(token));
            statement.executeUpdate();
        }
    }

    private static void touch(Connection connection, UUID signIn) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update sign_in set last_used_at = now() where id = ?")) {
            statement.setObject(1, signIn);
            statement.executeUpdate();
        }
    }

    /** Signs out by either of a sign-in's tokens; a token that does not work has nothing to end. */
    public void signOut(String token, String address) throws SQLException {
        database.inTransaction(connection -> {
            Optional<Owned> owned = owner(connection, token);
            if (owned.isPresent()) {
                end(connection, owned.get().signIn(), "signed out");
                log.add(
                        connection,
                        new SecurityEvent(
                                Kind.SIGNED_OUT,
                                Optional.of(owned.get().userId()),
                                Optional.of(owned.get().signIn()),
                                address,
                                ""));
            }
            return owned;
        });
    }

    private record Owned(UUID signIn, UUID userId) {}

    private static Optional<Owned> owner(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.id, s.user_id from sign_in s
                where s.ended_at is null and (s.id in (select sign_in_id from refresh_token where hash = ?)
                                              or s.id in (select sign_in_id from api_token where hash = ?))""")) {
            statement.setBytes(1, TokenHash.of(token));
            statement.setBytes(2, TokenHash.of(token));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Owned(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    /** Ends a sign-in with all its tokens, at once: streams that are open under it end too. */
    void end(Connection connection, UUID signIn, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update sign_in set ended_at = coalesce(ended_at, now()), end_reason = coalesce(end_reason, ?)"
                        + " where id = ?")) {
            statement.setString(1, reason);
            statement.setObject(2, signIn);
            statement.executeUpdate();
        }
        if (!reason.equals(REVOKED)) {
            for (String table : List.of("refresh_token", "api_token")) {
                try (PreparedStatement statement =
                        connection.prepareStatement("delete from " + table + " where sign_in_id = ?")) {
                    statement.setObject(1, signIn);
                    statement.executeUpdate();
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("select user_id from sign_in where id = ?")) {
            statement.setObject(1, signIn);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    AccessNews.tell(connection, rows.getObject(1, UUID.class));
                }
            }
        }
    }

    /** Those of a user that last, newest first. */
    public List<SignIn> of(UUID userId) throws SQLException {
        try (Connection connection = database.connect()) {
            return of(connection, userId);
        }
    }

    private static List<SignIn> of(Connection connection, UUID userId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, device, created_at, last_used_at from sign_in where user_id = ? and ended_at is null"
                        + " order by id desc")) {
            statement.setObject(1, userId);
            try (ResultSet rows = statement.executeQuery()) {
                List<SignIn> signIns = new ArrayList<>();
                while (rows.next()) {
                    signIns.add(new SignIn(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getObject(4, OffsetDateTime.class).toInstant()));
                }
                return signIns;
            }
        }
    }

    /**
     * Ends one sign-in of a user from elsewhere.
     *
     * @return false where the user has no such sign-in
     */
    public boolean revoke(UUID userId, UUID signIn, UUID by, String address) throws SQLException {
        return database.inTransaction(connection -> {
            boolean there =
                    of(connection, userId).stream().anyMatch(known -> known.id().equals(signIn));
            if (there) {
                revoke(connection, signIn, by, address);
            }
            return there;
        });
    }

    /** Takes the access of all of a user's programs and personal tokens away, within a transaction. */
    public void revokeAll(Connection connection, UUID userId, Optional<UUID> by, String address) throws SQLException {
        endAll(connection, userId, by, address, REVOKED);
    }

    /** Signs all of a user's programs out since the password is another one, within a transaction. */
    public void endAllOfOldPassword(Connection connection, UUID userId, String address) throws SQLException {
        endAll(connection, userId, Optional.of(userId), address, "password changed");
    }

    private void endAll(Connection connection, UUID userId, Optional<UUID> by, String address, String reason)
            throws SQLException {
        for (SignIn signIn : of(connection, userId)) {
            end(connection, signIn.id(), reason);
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from api_token where user_id = ? and sign_in_id is null")) {
            statement.setObject(1, userId);
            statement.executeUpdate();
        }
        log.add(
                connection,
                new SecurityEvent(
                        Kind.SIGN_IN_REVOKED, by, Optional.of(userId), address, "all sign-ins and tokens of the user"));
    }

    private void revoke(Connection connection, UUID signIn, UUID by, String address) throws SQLException {
        end(connection, signIn, REVOKED);
        log.add(connection, new SecurityEvent(Kind.SIGN_IN_REVOKED, Optional.of(by), Optional.of(signIn), address, ""));
    }
}
