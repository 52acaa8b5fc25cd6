package org.waystation.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
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

    private final DatabaseAccess access;
    private final HikariDataSource requests;
    private final HikariDataSource snapshots;

    public Database(DatabaseAccess access) {
        this.access = access;
        this.requests = pool("requests", SHORT_CONNECTIONS, WAIT_SHORT);
        this.snapshots = pool("snapshots", SNAPSHOT_CONNECTIONS, WAIT_SNAPSHOT);
    }

    /** For one request; auto-commit is on. */
    public Connection connect() throws SQLException {
        return requests.getConnection();
    }

    /** For a long stream; auto-commit is on. */
    public Connection connectForSnapshot() throws SQLException {
        return snapshots.getConnection();
    }

    /** A connection of its own, outside of the pools. */
    public Connection connectAlone() throws SQLException {
        return DriverManager.getConnection(access.url(), properties());
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

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private HikariDataSource pool(String name, int size, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(wait.toMillis());
        // The database may come up after the server; requests say 503 until then.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private Properties properties() {
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
