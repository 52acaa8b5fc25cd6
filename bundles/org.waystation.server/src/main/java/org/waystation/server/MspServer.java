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
import org.waystation.server.database.Database;
import org.waystation.server.database.PrivateFile;
import org.waystation.server.database.Reach;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.faults.FaultGateway;
import org.waystation.server.http.ApiServer;
import org.waystation.server.http.RateLimits;
import org.waystation.server.http.SignInParts;
import org.waystation.server.kind.Kinds;
import org.waystation.server.metrics.Metrics;
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
import org.waystation.server.signin.Links;
import org.waystation.server.signin.PasswordCheck;
import org.waystation.server.signin.SignIns;

/** A running server with all its parts. */
public final class MspServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MspServer.class);
    private static final String SAMPLE_PROVIDER = "Northwind MSP";
    private static final String NEW_PROVIDER = "Waystation";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

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
        NewsListener listener = started(new NewsListener(database, streams::publish, streams::end));
        listener.start();
        started(new Housekeeping(database)).start();
        Tokens tokens = new Tokens(database);
        if (options.sample().isPresent()) {
            token = issue(database, tokens, SampleStaff.TECHNICIAN_EMAIL, options);
            colleagueToken = issue(database, tokens, SampleStaff.COLLEAGUE_EMAIL, options);
        }
        Metrics metrics = new Metrics()
                .gauge("waystation_event_streams", "Workstations that wait for news.", streams::size)
                .gauge("waystation_database_connections_busy", "Connections for requests in use.", database::busy);
        Apis apis = (port, current) -> {
            ApiServer api = started(new ApiServer(
                    port,
                    options.net(),
                    database,
                    current,
                    tokens,
                    streams,
                    signIn(database, current, options.net()),
                    metrics));
            api.start();
            // Stopping waits for the exchanges under way, and a stream of news is one that never ends by itself.
            parts.push(streams);
            return api.url();
        };
        url = options.faults().isPresent() ? hostile(options, reach, apis) : apis.start(options.port(), meta);
        tellHowToSetUp(database, options);
        if (options.readyFile().isPresent()) {
            writeReadyFile(options.readyFile().get());
        }
    }

    /** Starts the API for a history. */
    @FunctionalInterface
    private interface Apis {
        URI start(int port, ServerMeta meta) throws Exception;
    }

    private URI hostile(ServeOptions options, Reach reach, Apis apis) throws Exception {
        return started(new FaultGateway(
                        options.faults().orElseThrow(), options.net().host(), options.port(), reach.owner(), () -> {
                            try (Connection connection = Database.connect(reach.owner())) {
                                return apis.start(
                                        0,
                                        ServerMeta.readOrCreate(
                                                connection, NEW_PROVIDER, Optional.empty(), Optional.empty()));
                            }
                        }))
                .url();
    }

    private Reach reach(ServeOptions options) throws IOException, SQLException {
        return started(
                options.database().isPresent()
                        ? Reach.external(options.database().get(), options.databaseOwner())
                        : Reach.embedded(options.data().orElseThrow()));
    }

    private static ServerMeta prepare(Reach reach, ServeOptions options) throws Exception {
        reach.prepare();
        try (Connection connection = Database.connect(reach.owner())) {
            ServerMeta meta = ServerMeta.readOrCreate(
                    connection,
                    options.sample().isPresent() ? SAMPLE_PROVIDER : NEW_PROVIDER,
                    options.provider(),
                    options.offlineLeaseDays());
            new FeedWriter()
                    .prepareCounts(
                            connection,
                            Kinds.all().stream().map(kind -> kind.kind().code()).toList());
            new Tombstones().purge(connection, Housekeeping.KEEP_TOMBSTONES);
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

    /** A server without accounts is set up by whoever can read its data folder, or has its database; never over the net. */
    private void tellHowToSetUp(Database database, ServeOptions options) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            if (!new Accounts().isEmpty(connection)) {
                return;
            }
        }
        if (options.data().isEmpty()) {
            LOG.atInfo().log(
                    "There is no account yet: setup-link --database URL prints the link to make the first one.");
            return;
        }
        String code = database.inTransaction(connection -> new Links().forSetUp(connection));
        Path file = options.data().get().resolve("setup-link.txt");
        PrivateFile.write(file, options.net().publicUrl().orElse(url) + "/setup?code=" + code + "\n");
        parts.push(() -> Files.deleteIfExists(file));
        LOG.atInfo()
                .addKeyValue("file", file)
                .log("There is no account yet: open the link in this file to make the first.");
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
