package org.waystation.server.signin;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.database.Secrets;
import org.waystation.server.session.TokenHash;

/** Signing in a program that has no browser, by a short code that is typed elsewhere (RFC 8628). */
public final class Devices {

    /** How long the code can be typed. */
    public static final Duration TTL = Duration.ofMinutes(10);
    /** How long to wait between two questions whether it was typed. */
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Without vowels, so that no words come out, and without what looks alike (RFC 8628, section 6.1). */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 8;

    private final Database database;
    private final SignIns signIns;
    private final Secrets secrets = new Secrets();
    private final SecureRandom random = new SecureRandom();

    public Devices(Database database, SignIns signIns) {
        this.database = database;
        this.signIns = signIns;
    }

    /**
     * @param deviceCode for the program
     * @param userCode for the person
     */
    public record Begun(String deviceCode, String userCode) {}

    public Begun begin(String clientId, String device) throws SQLException {
        String deviceCode = secrets.next();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try (Connection connection = database.connect()) {
            try (PreparedStatement purge =
                    connection.prepareStatement("delete from device_grant where expires_at < now()")) {
                purge.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into device_grant (hash, user_code, client_id, device, expires_at)
                    values (?, ?, ?, ?, now() + make_interval(secs => ?))""")) {
                statement.setBytes(1, TokenHash.of(deviceCode));
                statement.setString(2, letters.toString());
                statement.setString(3, clientId);
                statement.setString(4, device);
                statement.setDouble(5, TTL.toSeconds());
                statement.executeUpdate();
            }
        }
        return new Begun(deviceCode, letters.insert(LENGTH / 2, '-').toString());
    }

    /** The device that waits under this code, as it is told to the person; empty where none does. */
    public Optional<String> waiting(String userCode) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select device from device_grant
                        where user_code = ? and expires_at > now() and user_id is null and not denied""")) {
            statement.setString(1, plain(userCode));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** The person's word on it; false where nothing waits under this code any more. */
    public boolean decide(String userCode, UUID userId, boolean allowed) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        update device_grant set user_id = ?, denied = ?
                        where user_code = ? and expires_at > now() and user_id is null and not denied""")) {
            statement.setObject(1, userId);
            statement.setBoolean(2, !allowed);
            statement.setString(3, plain(userCode));
            return statement.executeUpdate() == 1;
        }
    }

    /** How it stands. */
    public sealed interface State {
        record Allowed(IssuedTokens tokens) implements State {}

        /** Nobody has typed the code yet. */
        record Pending() implements State {}

        /** Asked again too soon. */
        record TooSoon() implements State {}

        record Denied() implements State {}

        /** Not known, used or too late. */
        record Expired() implements State {}
    }

    public State poll(String deviceCode, String clientId, String address) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select expires_at > now(), polled_at, user_id, denied, device from device_grant
                    where hash = ? and client_id = ? for update""")) {
                statement.setBytes(1, TokenHash.of(deviceCode));
                statement.setString(2, clientId);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next() || !rows.getBoolean(1)) {
                        return new State.Expired();
                    }
                    UUID user = rows.getObject(3, UUID.class);
                    OffsetDateTime polled = rows.getObject(2, OffsetDateTime.class);
                    if (rows.getBoolean(4)) {
                        forget(connection, deviceCode);
                        return new State.Denied();
                    }
                    if (user != null) {
                        String device = rows.getString(5);
                        forget(connection, deviceCode);
                        return new State.Allowed(
                                signIns.begin(connection, user, device, address).tokens());
                    }
                    boolean tooSoon = polled != null
                            && polled.toInstant()
                                    .plus(INTERVAL)
                                    .minusMillis(500)
                                    .isAfter(Instant.now());
                    polled(connection, deviceCode);
                    return tooSoon ? new State.TooSoon() : new State.Pending();
                }
            }
        });
    }

    private static void forget(Connection connection, String deviceCode) throws SQLException {
        run(connection, "delete from device_grant where hash = ?", deviceCode);
    }

    private static void polled(Connection connection, String deviceCode) throws SQLException {
        run(connection, "update device_grant set polled_at = now() where hash = ?", deviceCode);
    }

    private static void run(Connection connection, String sql, String deviceCode) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, TokenHash.of(deviceCode));
            statement.executeUpdate();
        }
    }

    private static String plain(String userCode) {
        return userCode.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
