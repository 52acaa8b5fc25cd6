package org.waystation.server.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.waystation.server.session.TokenHash;

/** Makes guessing slow: after some wrong passwords for an address, each further one doubles the wait. */
final class SignInLock {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 10;

    /** How long the address must wait; empty where it need not. */
    Optional<Duration> wait(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select locked_until from sign_in_failure where hash = ?")) {
            statement.setBytes(1, hash(email));
            try (ResultSet rows = statement.executeQuery()) {
                OffsetDateTime until = rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
                return until == null
                        ? Optional.empty()
                        : Optional.of(Duration.between(Instant.now(), until.toInstant()))
                                .filter(Duration::isPositive);
            }
        }
    }

    /** Counts a wrong password and says how long to wait now; empty where a few more may be tried at once. */
    Optional<Duration> failed(Connection connection, String email) throws SQLException {
        int count;
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into sign_in_failure as f (hash, wrong_count, last_at) values (?, 1, now())
                on conflict (hash) do update set
                    wrong_count = case when f.last_at < now() - interval '1 day' then 1 else f.wrong_count + 1 end,
                    last_at = now()
                returning wrong_count""")) {
            statement.setBytes(1, hash(email));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                count = rows.getInt(1);
            }
        }
        if (count < FREE) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - FREE, DOUBLINGS_MAX));
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        try (PreparedStatement statement = connection.prepareStatement(
                "update sign_in_failure set locked_until = now() + make_interval(secs => ?) where hash = ?")) {
            statement.setDouble(1, bounded.toSeconds());
            statement.setBytes(2, hash(email));
            statement.executeUpdate();
        }
        return Optional.of(bounded);
    }

    void clear(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from sign_in_failure where hash = ? or last_at < now() - interval '2 days'")) {
            statement.setBytes(1, hash(email));
            statement.executeUpdate();
        }
    }

    private static byte[] hash(String email) {
        return TokenHash.of(email.strip().toLowerCase(Locale.ROOT));
    }
}
