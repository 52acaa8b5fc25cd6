package org.waystation.conformance;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.MspServer;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.database.Reach;
import org.waystation.server.sample.SamplePlan;
import org.waystation.server.session.Role;
import org.waystation.server.session.Tokens;

/** One PostgreSQL and any number of servers on it, with sample data and a second person who sees half the companies. */
public final class TestServers implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<Transport> transports = new ArrayList<>();
    private URI url = URI.create("");
    private final String token;
    private final String secondToken;

    public TestServers(Path folder, int servers, int requestsPerMinute) throws Exception {
        Reach postgres = Reach.embedded(folder);
        parts.push(postgres);
        String first = "";
        for (int i = 0; i < servers; i++) {
            MspServer server = MspServer.start(new ServeOptions(
                    0,
                    Optional.empty(),
                    Optional.of(url(postgres.server())),
                    Optional.of(url(postgres.owner())),
                    i == 0 ? SamplePlan.named("small", 42, Instant.now()) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    NetOptions.loopback(requestsPerMinute)));
            parts.push(server);
            transports.add(new HttpTransport(server.url()));
            url = server.url();
            first = i == 0 ? server.token() : first;
        }
        token = first;
        secondToken = secondPerson(postgres.owner());
    }

    /** As an operator writes it. */
    private static String url(DatabaseAccess access) {
        return access.url() + "?user=" + access.user() + "&password=" + access.password();
    }

    private static String secondPerson(DatabaseAccess owner) throws SQLException {
        UUID user = Generators.timeBasedEpochRandomGenerator().generate();
        try (Database database = new Database(owner)) {
            Account account = new Account(
                    user,
                    user + "@x.example",
                    "Second Person",
                    Role.TECHNICIAN,
                    false,
                    Set.copyOf(halfOfTheCompanies(database)),
                    false,
                    false);
            database.inTransaction(connection -> {
                new Accounts().create(connection, account, Optional.empty());
                return user;
            });
            return new Tokens(database).issue("test:" + user, user, Optional.empty());
        }
    }

    private static List<UUID> halfOfTheCompanies(Database database) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select id from record where kind = 'company' order by id desc");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids.subList(0, ids.size() / 2);
    }

    /** Of the last one. */
    public URI url() {
        return url;
    }

    public Transport transport() {
        return new RoundRobin(transports);
    }

    public String token() {
        return token;
    }

    String secondToken() {
        return secondToken;
    }

    public Bench bench(Transport way) {
        return new Bench(way, new Contract(), token, Optional.of(secondToken));
    }

    @Override
    public void close() throws IOException {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IOException("A part of the test did not stop.", e);
            }
        }
    }
}
