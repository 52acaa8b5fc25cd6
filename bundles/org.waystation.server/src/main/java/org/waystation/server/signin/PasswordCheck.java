package org.waystation.server.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.account.Passwords;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;

/** Holds an address and a password against the accounts; says no more than "wrong" about what was wrong. */
public final class PasswordCheck {

    private final Database database;
    private final Passwords passwords;
    private final SignInLock lock = new SignInLock();
    private final SecurityLog log = new SecurityLog();

    public PasswordCheck(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** It is this user. */
        record Right(UUID userId) implements Answer {}

        /** Address or password is wrong. */
        record Wrong() implements Answer {}

        /** Too many were wrong; nothing was looked at. */
        record Wait(Duration howLong) implements Answer {}
    }

    /**
     * @param address where the request came from
     */
    public Answer check(String email, String password, String address) throws SQLException {
        Optional<Duration> wait;
        Optional<Known> known;
        try (Connection connection = database.connect()) {
            wait = lock.wait(connection, email);
            known = find(connection, email);
        }
        if (wait.isPresent()) {
            record(Kind.SIGN_IN_LOCKED, known, address, "too many wrong passwords");
            return new Answer.Wait(wait.get());
        }
        // Without a connection: hashing takes its time.
        if (passwords.matches(password, known.flatMap(Known::hash))) {
            try (Connection connection = database.connect()) {
                lock.clear(connection, email);
            }
            return new Answer.Right(known.orElseThrow().userId());
        }
        Optional<Duration> next;
        try (Connection connection = database.connect()) {
            next = lock.failed(connection, email);
        }
        record(Kind.SIGN_IN_FAILED, known, address, known.isPresent() ? "wrong password" : "no such account");
        return next.<Answer>map(Answer.Wait::new).orElseGet(Answer.Wrong::new);
    }

    private record Known(UUID userId, Optional<String> hash) {}

    private static Optional<Known> find(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select user_id, password_hash from account where lower(email) = lower(?) and disabled_at is null")) {
            statement.setString(1, email.strip());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Known(rows.getObject(1, UUID.class), Optional.ofNullable(rows.getString(2))))
                        : Optional.empty();
            }
        }
    }

    private void record(Kind kind, Optional<Known> known, String address, String detail) throws SQLException {
        try (Connection connection = database.connect()) {
            log.add(connection, new SecurityEvent(kind, known.map(Known::userId), Optional.empty(), address, detail));
        }
    }
}
