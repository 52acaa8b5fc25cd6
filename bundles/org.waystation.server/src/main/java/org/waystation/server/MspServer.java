package org.waystation.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.account.Passwords;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.cli.UsageException;
import org.waystation.server.database.DataFolder;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.database.EmbeddedDatabase;
import org.waystation.server.database.Migrations;
import org.waystation.server.database.PrivateFile;
import org.waystation.server.database.Roles;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.http.ApiServer;
import org.waystation.server.http.RateLimits;
import org.waystation.server.http.SignInParts;
import org.waystation.server.kind.Kinds;
import org.waystation.server.news.NewsListener;
import org.waystation.server.news.NewsStreams;
import org.waystation.server.record.FeedWriter;
import org.waystation.server.record.Json;
import org.waystation.server.record.Tombstones;
import org.waystation.server.sample.SampleLoader;
import org.waystation.server.sample.SampleStaff;
import org.waystation.server.session.Tokens;
import org.waystation.server.signin.Codes;
import org.waystation.server.signin.Devices;
import org.waystation.server.signin.PasswordCheck;
import org.waystation.server.signin.SignIns;

/** A running server with all its parts. */
public final class MspServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MspServer.class);
    private static final String PROVIDER = "Northwind MSP";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration KEEP_TOMBSTONES = Duration.ofDays(90);

    /** What was started, to be stopped in the opposite order. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private URI url = URI.create("");
    private String token = "";
    private String colleagueToken = "";

    private MspServer() {}

    /**
     * Starts everything and returns when the server answers.
     *
     * @throws UsageException if the options ask for what the database cannot give
     */
    public static MspServer start(ServeOptions options) throws Exception {
        MspServer server = new MspServer();
        try {
            server.run(options);
            return server;
        } catch (Exception e) {
            try {
                server.close();
            } catch (Exception second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    public URI url() {
        return url;
    }

    /** Token of the sample technician; new with every start. */
    public String token() {
        return token;
    }

    /** Token of a colleague, for trying out what happens when two work on the same ticket. */
    public String colleagueToken() {
        return colleagueToken;
    }

    private void run(ServeOptions options) throws Exception {
        Reach reach = reach(options);
        Database database = started(new Database(reach.server()));
        if (options.readyFile().isPresent()) {
            // One of an earlier run would say "ready" too soon. By now we know that no other server runs on the data.
            Files.deleteIfExists(options.readyFile().get());
        }
        ServerMeta meta = prepare(reach, options);
        NewsStreams streams = started(new NewsStreams(HEARTBEAT));
        NewsListener listener = started(new NewsListener(database, streams::publish));
        listener.start();
        Tokens tokens = new Tokens(database);
        if (options.sample().isPresent()) {
            token = issue(database, tokens, SampleStaff.TECHNICIAN_EMAIL, options);
            colleagueToken = issue(database, tokens, SampleStaff.COLLEAGUE_EMAIL, options);
        }
        ApiServer api = started(new ApiServer(
                options.port(), options.net(), database, meta, tokens, streams, signIn(database, meta, options.net())));
        api.start();
        // Stopping waits for the exchanges that are under way, and a stream of news is one that never ends by itself.
        parts.push(streams);
        url = api.url();
        if (options.readyFile().isPresent()) {
            writeReadyFile(options.readyFile().get());
        }
    }

    /**
     * How to reach the database.
     *
     * @param owner as the owner of the tables
     * @param server as the role that the server works as
     */
    private record Reach(DatabaseAccess owner, DatabaseAccess server) {}

    private Reach reach(ServeOptions options) throws IOException, SQLException {
        if (options.database().isPresent()) {
            DatabaseAccess server = new DatabaseAccess(options.database().get(), "", "");
            return new Reach(
                    options.databaseOwner()
                            .map(url -> new DatabaseAccess(url, "", ""))
                            .orElse(server),
                    server);
        }
        DataFolder folder = started(DataFolder.open(options.data().orElseThrow()));
        EmbeddedDatabase embedded = started(EmbeddedDatabase.start(folder));
        return new Reach(embedded.owner(), embedded.server());
    }

    private static ServerMeta prepare(Reach reach, ServeOptions options) throws Exception {
        String login;
        try (Connection connection = Database.connect(reach.server())) {
            new Roles().requireRoles(connection);
            login = connection.getMetaData().getUserName();
        }
        try (Connection connection = Database.connect(reach.owner())) {
            new Migrations().run(connection);
            new Roles().grant(connection, login);
            ServerMeta meta = ServerMeta.readOrCreate(connection, PROVIDER);
            new FeedWriter()
                    .prepareCounts(
                            connection,
                            Kinds.all().stream().map(kind -> kind.kind().code()).toList());
            new Tombstones().purge(connection, KEEP_TOMBSTONES);
            if (options.sample().isPresent()) {
                new SampleLoader(options.sample().get()).loadOnce(connection, meta);
                SampleStaff.openAccounts(connection);
            }
            return meta;
        }
    }

    private static SignInParts signIn(Database database, ServerMeta meta, NetOptions net) {
        Passwords hashes = new Passwords();
        SignIns signIns = new SignIns(database, net.accessTtl());
        return new SignInParts(
                meta.provider(),
                net.publicUrl(),
                database,
                hashes,
                new PasswordCheck(database, hashes),
                signIns,
                new Codes(database, signIns),
                new Devices(database, signIns),
                new RateLimits(net.requestsPerMinute()));
    }

    private static String issue(Database database, Tokens tokens, String email, ServeOptions options) throws Exception {
        Optional<Account> account;
        try (Connection connection = database.connect()) {
            account = new Accounts().find(connection, email);
        }
        return tokens.issue(
                "sample:" + email,
                account.orElseThrow(() -> new UsageException(
                                "The database has no sample technician; start with --sample small to get one."))
                        .userId(),
                options.tokenTtl());
    }

    private void writeReadyFile(Path file) throws IOException {
        var ready = Json.object()
                .put("url", url.toString())
                .put("token", token)
                .put("colleagueToken", colleagueToken)
                .put("pid", ProcessHandle.current().pid());
        PrivateFile.write(file, Json.text(ready) + "\n");
        parts.push(() -> Files.deleteIfExists(file));
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    /** Stops everything; what fails to stop does not keep the rest from stopping. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("a part did not stop cleanly");
                failure = failure == null ? new IOException("The server did not stop cleanly.", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
