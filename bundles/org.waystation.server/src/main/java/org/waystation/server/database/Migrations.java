package org.waystation.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema forward, each step in a transaction of its own and never back. Several servers may start at once on
 * one database: an advisory lock lets one of them work.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final List<String> STEPS = List.of(
            "V001__records.sql",
            "V002__record_indexes.sql",
            "V003__ticket_status_index.sql",
            "V004__access.sql",
            "V005__more_kinds.sql",
            "V006__sign_in.sql",
            "V007__files_and_presence.sql",
            "V009__asset_history.sql",
            "V010__columns_for_scopes.sql",
            "V011__quota.sql");
    private static final long LOCK = 0x57415953_5441L;

    private final List<String> steps;

    public Migrations() {
        this(STEPS);
    }

    /**
     * @param steps file names beside this class, oldest first; the number of a step is its place in the list
     */
    Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * @throws IllegalStateException if the database was made by a newer server or with other steps
     */
    public void run(Connection connection) throws SQLException {
        runTo(connection, steps.size());
    }

    /**
     * Only the first steps, for what was made when there were no more.
     *
     * @throws IllegalStateException if the database was made by a newer server or with other steps, or there are not so many
     */
    public void runTo(Connection connection, int last) throws SQLException {
        if (last > steps.size()) {
            throw new IllegalStateException("It was made by a newer server: it wants " + last
                    + " schema steps, this server knows " + steps.size() + ".");
        }
        execute(connection, "select pg_advisory_lock(" + LOCK + ")");
        try {
            execute(connection, """
                    create table if not exists schema_step (
                        number integer primary key,
                        name text not null,
                        sha256 text not null,
                        applied_at timestamptz not null default now())""");
            Map<Integer, String> applied = applied(connection);
            if (applied.size() > steps.size()) {
                throw new IllegalStateException("The database was made by a newer server: it has " + applied.size()
                        + " schema steps, this server knows " + steps.size() + ".");
            }
            for (int i = 0; i < last; i++) {
                step(connection, i + 1, steps.get(i), applied);
            }
        } finally {
            execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private void step(Connection connection, int number, String name, Map<Integer, String> applied)
            throws SQLException {
        String sql = read(name);
        String sha256 = sha256(sql);
        String before = applied.get(number);
        if (before == null) {
            connection.setAutoCommit(false);
            try {
                execute(connection, sql);
                record(connection, number, name, sha256);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            LOG.atInfo().addKeyValue("step", name).log("schema step applied");
        } else if (!before.equals(sha256)) {
            throw new IllegalStateException(
                    "Schema step " + name + " is not the one the database was made with; steps are never changed.");
        }
    }

    private static Map<Integer, String> applied(Connection connection) throws SQLException {
        Map<Integer, String> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number, sha256 from schema_step")) {
            while (rows.next()) {
                applied.put(rows.getInt(1), rows.getString(2));
            }
        }
        return applied;
    }

    private static void record(Connection connection, int number, String name, String sha256) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into schema_step (number, name, sha256) values (?, ?, ?)")) {
            statement.setInt(1, number);
            statement.setString(2, name);
            statement.setString(3, sha256);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
