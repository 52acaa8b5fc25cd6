package org.waystation.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Connections, in three kinds that cannot starve each other: short ones for requests, long ones for snapshots, and
 * single ones for loading and listening.
 */
public final class Database implements AutoCloseable {

    private static final int SHORT_CONNECTIONS = 16;
    private static final int SNAPSHOT_CONNECTIONS = 8;
    private static final Duration WAIT_SHORT = Duration.ofSeconds(5);
    private static final Duration WAIT_SNAPSHOT = Duration.ofSeconds(20);

    private static final String TAKE_ROLE = """
            select set_config('role', ?, true), set_config('app.companies', ?, true),
                   set_config('app.internal', ?, true)""";

    private final DatabaseAccess access;
    private final HikariDataSource requests;
    private final HikariDataSource snapshots;

    /**
     * @param access as the role that the server works as
     */
    public Database(DatabaseAccess access) {
        this.access = access;
        this.requests = pool("requests", SHORT_CONNECTIONS, WAIT_SHORT);
        this.snapshots = pool("snapshots", SNAPSHOT_CONNECTIONS, WAIT_SNAPSHOT);
    }

    /** For what is nobody's record: the server's own tables. Auto-commit is on. */
    public Connection connect() throws SQLException {
        return requests.getConnection();
    }

    /** For one request, within a transaction that sees just this; closing without a commit takes all back. */
    public Connection connectAs(Scope scope) throws SQLException {
        return within(requests.getConnection(), scope);
    }

    /** For one request of several questions whose answers must be of one moment. */
    public Connection connectForMoment(Scope scope) throws SQLException {
        return within(ofOneMoment(requests.getConnection()), scope);
    }

    /** For a long stream of what was committed at one moment, within a transaction that sees just this. */
    public Connection connectForSnapshot(Scope scope) throws SQLException {
        return within(ofOneMoment(snapshots.getConnection()), scope);
    }

    private static Connection ofOneMoment(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection within(Connection connection, Scope scope) throws SQLException {
        try {
            connection.setAutoCommit(false);
            take(connection, scope);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Lets the rest of the connection's transaction see just this. */
    public static void take(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_ROLE)) {
            statement.setString(1, scope.role());
            statement.setString(2, scope.companyArray());
            statement.setString(3, scope.internal() ? "on" : "");
            statement.execute();
        }
    }

    /** A connection of its own, outside of the pools. */
    public Connection connectAlone() throws SQLException {
        return connect(access);
    }

    /** A single connection, such as the owner's. */
    public static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), properties(access));
    }

    /** Runs work in one transaction (READ COMMITTED), which is rolled back where it throws. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        requests.close();
        snapshots.close();
    }

    /** How many connections for requests are in use. */
    public int busy() {
        return requests.getHikariPoolMXBean() == null
                ? 0
                : requests.getHikariPoolMXBean().getActiveConnections();
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private HikariDataSource pool(String name, int size, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setDataSourceProperties(properties(access));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(wait.toMillis());
        // The database may come up after the server; requests say 503 until then.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static Properties properties(DatabaseAccess access) {
        Properties properties = new Properties();
        if (!access.user().isEmpty()) {
            properties.setProperty("user", access.user());
        }
        if (!access.password().isEmpty()) {
            properties.setProperty("password", access.password());
        }
        properties.setProperty("ApplicationName", "waystation-server");
        // The details of errors quote rows, and rows hold customers' texts.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
