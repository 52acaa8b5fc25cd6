package org.waystation.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data folder: loopback only, random port, no Unix socket, passwords from the first
 * moment. The superuser sets up; the server works as the owner of one database and nothing else.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final String ROLE = "waystation";
    private static final String DATABASE = "waystation";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    /** No value may hold a blank: they travel through one command line option. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            // Loading sample data into an empty table then needs no log of it.
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            // The library starts it with fsync off, which is right for throw-away databases only.
            Map.entry("fsync", "on"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // Statements and details of errors hold customers' texts.
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"));

    private final EmbeddedPostgres postgres;
    private final Optional<ProcessHandle> process;
    private final DatabaseAccess access;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Optional<ProcessHandle> process, DatabaseAccess access) {
        this.postgres = postgres;
        this.process = process;
        this.access = access;
    }

    public static EmbeddedDatabase start(DataFolder folder) throws IOException, SQLException {
        Path cluster = folder.path().resolve("postgres");
        Passwords passwords = Passwords.readOrCreate(folder.path().resolve("database.properties"));
        stopOrphan(cluster);
        EmbeddedPostgres postgres = startPostgres(folder.path(), cluster, passwords);
        try {
            prepare(postgres, passwords);
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
        return new EmbeddedDatabase(postgres, runningIn(cluster), new DatabaseAccess(url, ROLE, passwords.role()));
    }

    public DatabaseAccess access() {
        return access;
    }

    /** The process of the database, for those who want to know that it has ended. */
    public Optional<ProcessHandle> process() {
        return process;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        // The library waits five seconds only; a checkpoint after much writing may take longer.
        if (process.isPresent()) {
            awaitEnd(process.get());
        }
    }

    private static EmbeddedPostgres startPostgres(Path folder, Path cluster, Passwords passwords) throws IOException {
        Path passwordFile = folder.resolve("initdb.password");
        PrivateFile.write(passwordFile, passwords.superuser());
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries().toFile())
                    .setPGStartupWait(START_LIMIT)
                    .setErrorRedirector(
                            Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                    .setOutputRedirector(
                            Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                    .setConnectConfig("password", passwords.superuser())
                    // These become options of initdb, the last of each name wins.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString());
            SETTINGS.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IllegalStateException e) {
            throw new IOException("The database did not start; see " + folder.resolve("postgres.log") + ".", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Unpacked once a user, not in the shared temporary folder, where somebody else could have put other programs. */
    private static Path binaries() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        Path folder = base.resolve("waystation").resolve("postgres");
        PrivateFile.createFolder(folder);
        return folder;
    }

    private static void prepare(EmbeddedPostgres postgres, Passwords passwords) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase(Map.of("password", passwords.superuser()))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", ROLE)) {
                statement.execute("create role " + ROLE + " login nosuperuser nocreatedb nocreaterole noreplication");
            }
            // Made of letters that need no quoting, see Secrets.
            statement.execute("alter role " + ROLE + " password '" + passwords.role() + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + ROLE);
                statement.execute("revoke all on database " + DATABASE + " from public");
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A server that was killed leaves its database running; we hold the folder's lock, so nobody else uses it. */
    private static void stopOrphan(Path cluster) throws IOException {
        Optional<ProcessHandle> orphan = runningIn(cluster);
        if (orphan.isPresent()) {
            LOG.atWarn()
                    .addKeyValue("pid", orphan.get().pid())
                    .log("stopping the database of a server that was killed");
            orphan.get().destroy();
            awaitEnd(orphan.get());
        }
    }

    private static Optional<ProcessHandle> runningIn(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            // After a restart of the machine the number may be another program's.
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().command().orElse("").contains("postgres"));
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new IOException("The file " + pidFile + " is damaged.", e);
        }
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was stopping.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The database (process " + process.pid() + ") does not stop.", e);
        }
    }

    /** The passwords of the two roles, kept in a file that only its owner may read. */
    private record Passwords(String superuser, String role) {

        static Passwords readOrCreate(Path file) throws IOException {
            if (!Files.exists(file)) {
                Secrets secrets = new Secrets();
                PrivateFile.write(file, "superuser=" + secrets.next() + "\nrole=" + secrets.next() + "\n");
            }
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            String superuser = properties.getProperty("superuser", "");
            String role = properties.getProperty("role", "");
            if (superuser.isEmpty() || role.isEmpty()) {
                throw new IOException("The file " + file + " is damaged.");
            }
            return new Passwords(superuser, role);
        }

        @Override
        public String toString() {
            return "Passwords[not for logs]";
        }
    }
}
