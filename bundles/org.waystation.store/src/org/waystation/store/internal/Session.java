package org.waystation.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.waystation.store.StoreException;

/** One connection with its prepared statements; used by one thread at a time. */
final class Session implements AutoCloseable {

    /** Statements of queues differ by filter, so the number kept has to end somewhere. */
    private static final int STATEMENTS_KEPT = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Turns a row into a value. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException, StoreException;
    }

    /** Looks at a row. */
    @FunctionalInterface
    interface RowTaker {
        void take(ResultSet row) throws SQLException, StoreException;
    }

    Connection connection() {
        return connection;
    }

    /**
     * Begins a transaction that writes. The driver is told of it: else it tries after each statement whether there is one
     * to end, at a twentieth of what the writing of a snapshot costs.
     */
    void begin() throws SQLException {
        execute("BEGIN IMMEDIATE");
        endsEachStatement(false);
    }

    void commit() throws SQLException {
        execute("COMMIT");
        endsEachStatement(true);
    }

    /** Ends the transaction without its changes, also one whose commit failed. */
    void rollBack() throws SQLException {
        endsEachStatement(true);
        execute("ROLLBACK");
    }

    private void endsEachStatement(boolean alone) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getConnectionConfig().setAutoCommit(alone);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a change; returns how many rows it touched. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException, StoreException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /** Takes one row after the other; nothing is kept of them. */
    void each(String sql, RowTaker taker, @Nullable Object... values) throws SQLException, StoreException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException, StoreException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /** The driver closes a statement that failed, so it cannot be kept. */
    private SQLException forgotten(String sql, SQLException reason) {
        PreparedStatement failed = statements.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
        return reason;
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
            forgetEldest();
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private void forgetEldest() throws SQLException {
        if (statements.size() > STATEMENTS_KEPT) {
            var eldest = statements.values().iterator();
            PreparedStatement forgotten = eldest.next();
            eldest.remove();
            forgotten.close();
        }
    }

    @Override
    public void close() throws SQLException {
        statements.clear();
        connection.close(); // closes its statements
    }
}
