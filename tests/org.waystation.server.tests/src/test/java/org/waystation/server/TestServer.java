package org.waystation.server;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.sample.SamplePlan;
import org.waystation.server.session.Role;
import org.waystation.server.session.Tokens;

/** A server with the small sample, over an embedded PostgreSQL in a folder of its own. */
public final class TestServer implements AutoCloseable {

    public static final long SEED = 42;

    private final Path folder;
    private final MspServer server;
    private final Database database;

    public TestServer(Path folder) throws Exception {
        this.folder = folder;
        this.server = MspServer.start(options(folder, Optional.empty()));
        this.database = new Database(access(folder));
    }

    public static ServeOptions options(Path folder, Optional<Duration> tokenTtl) {
        return new ServeOptions(
                0,
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                SamplePlan.named("small", SEED, Instant.now()),
                Optional.empty(),
                Optional.empty(),
                false,
                tokenTtl,
                Optional.empty(),
                false,
                NetOptions.loopback(1_000_000));
    }

    /** The database as its owner, who sees behind everything. */
    public static DatabaseAccess access(Path folder) throws IOException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("database.properties"))) {
            passwords.load(reader);
        }
        String port = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                .get(3);
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/waystation", "waystation", passwords.getProperty("role"));
    }

    /** Signed in as the sample technician. */
    public Api api() {
        return new Api(server.url(), Optional.of(server.token()));
    }

    /** Signed in as the colleague. */
    public Api colleague() {
        return api().as(Optional.of(server.colleagueToken()));
    }

    /** Signed in as somebody new; companies are those the person sees, or none for all of them. */
    public Api signedIn(String name, Role role, UUID... companies) throws SQLException {
        UUID user = Generators.timeBasedEpochRandomGenerator().generate();
        Account account = new Account(
                user,
                name + "-" + user + "@x.example",
                name,
                role,
                companies.length == 0,
                Set.of(companies),
                false,
                false);
        database.inTransaction(connection -> {
            new Accounts().create(connection, account, Optional.empty());
            return user;
        });
        return api().as(Optional.of(new Tokens(database).issue("test:" + user, user, Optional.empty())));
    }

    public MspServer server() {
        return server;
    }

    public Path folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    /** The first column of what a statement yields; for looking behind the API. */
    public List<String> sql(String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            if (sql.execute(statement)) {
                try (ResultSet rows = sql.getResultSet()) {
                    while (rows.next()) {
                        column.add(rows.getString(1));
                    }
                }
            }
            return column;
        }
    }

    /** A connection that no pool knows of. */
    public Connection connection() throws SQLException, IOException {
        DatabaseAccess access = access(folder);
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    public UUID technician() {
        return UUID.fromString(api().get("/v1/session").json().at("/user/id").asText());
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.close();
    }
}
