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
import java.util.List;
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
 * moment. The superuser sets up; one role owns the database, and the server works as another that owns nothing.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "waystation";
    private static final String SERVER = "waystation_server";
    private static final String DATABASE = "waystation";
    /** PostgreSQL's pid file has the port in its fourth line. */
    private static final int PORT_LINE = 3;

    private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";
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
            // The library starts it with these off, which is right for throw-away databases only: what was told to a
            // workstation as applied must still be there after a power cut.
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // Statements and details of errors hold customers' texts.
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"));

    private final EmbeddedPostgres postgres;
    private final Optional<ProcessHandle> process;
    private final DatabaseAccess owner;
    private final DatabaseAccess server;

    private EmbeddedDatabase(
            EmbeddedPostgres postgres, Optional<ProcessHandle> process, DatabaseAccess owner, DatabaseAccess server) {
        this.postgres = postgres;
        this.process = process;
        this.owner = owner;
        this.server = server;
    }

    public static EmbeddedDatabase start(DataFolder folder) throws IOException, SQLException {
        Path cluster = folder.path().resolve("postgres");
        Passwords passwords = passwords(folder.path());
        stopOrphan(cluster);
        EmbeddedPostgres postgres = startPostgres(folder.path(), cluster, passwords);
        try {
            prepare(postgres, passwords);
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
        return new EmbeddedDatabase(
                postgres,
                runningIn(cluster),
                new DatabaseAccess(url, OWNER, passwords.owner()),
                new DatabaseAccess(url, SERVER, passwords.server()));
    }

    /** The owner's way to the database of a server that runs on this folder. */
    static DatabaseAccess ownerOfRunning(Path folder) throws IOException {
        return new DatabaseAccess(urlOfRunning(folder), OWNER, passwords(folder).owner());
    }

    /** The server's way to the database of a server that runs on this folder. */
    static DatabaseAccess serverOfRunning(Path folder) throws IOException {
        return new DatabaseAccess(
                urlOfRunning(folder), SERVER, passwords(folder).server());
    }

    private static Passwords passwords(Path folder) throws IOException {
        return Passwords.readOrCreate(folder.resolve("database.properties"));
    }

    private static String urlOfRunning(Path folder) throws IOException {
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        try {
            int port =
                    Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("The database in " + folder + " is just starting or stopping; try again.", e);
        }
    }

    /** As the owner of the tables, who brings the schema forward and is held by no row-level security. */
    public DatabaseAccess owner() {
        return owner;
    }

    /** As the role that the server works as. */
    public DatabaseAccess server() {
        return server;
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
            for (String group : List.of(Roles.ALL, Roles.SCOPED)) {
                if (!exists(connection, ROLE_EXISTS, group)) {
                    statement.execute("create role " + group + " nologin");
                }
            }
            login(connection, OWNER, passwords.owner(), "");
            // Without inheritance it has a right only while it has taken the role.
            login(connection, SERVER, passwords.server(), " noinherit");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke all on database " + DATABASE + " from public");
            }
            statement.execute("grant connect on database " + DATABASE + " to " + SERVER);
        }
    }

    private static void login(Connection connection, String role, String password, String more) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, ROLE_EXISTS, role)) {
                statement.execute(
                        "create role " + role + " login nosuperuser nocreatedb nocreaterole noreplication" + more);
            }
            // Made of letters that need no quoting, see Secrets.
            statement.execute("alter role " + role + " password '" + password + "'");
            statement.execute("grant " + Roles.ALL + ", " + Roles.SCOPED + " to " + role);
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

    /** The passwords of the roles, kept in a file that only its owner may read. */
    private record Passwords(String superuser, String owner, String server) {

        static Passwords readOrCreate(Path file) throws IOException {
            Properties properties = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                require(file, properties, "superuser");
                require(file, properties, "role");
            }
            Secrets secrets = new Secrets();
            StringBuilder text = new StringBuilder();
            // Of an earlier version of the server the file lacks the last one.
            for (String name : List.of("superuser", "role", "server")) {
                text.append(name)
                        .append('=')
                        .append(properties.computeIfAbsent(name, missing -> secrets.next()))
                        .append('\n');
            }
            PrivateFile.write(file, text.toString());
            return new Passwords(
                    properties.getProperty("superuser"),
                    properties.getProperty("role"),
                    properties.getProperty("server"));
        }

        private static void require(Path file, Properties properties, String name) throws IOException {
            if (properties.getProperty(name, "").isEmpty()) {
                throw new IOException("The file " + file + " is damaged.");
            }
        }

        @Override
        public String toString() {
            return "Passwords[not for logs]";
        }
    }
}
