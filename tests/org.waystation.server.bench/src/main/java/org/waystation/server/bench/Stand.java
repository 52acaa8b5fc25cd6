package org.waystation.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.waystation.server.MspServer;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.Reach;
import org.waystation.server.record.Json;
import org.waystation.server.sample.SamplePlan;
import org.waystation.server.session.Role;
import org.waystation.server.session.Tokens;

/** The real server in a process of its own over sample data, and technicians who can sign in to it. */
final class Stand implements AutoCloseable {

    private static final String LIBRARY = "waystation.server.lib";
    private static final long SEED = 42;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String READY = "ready.json";

    private final Process process;
    private final ProcessHandle postgres;
    private final Reach reach;
    private final Database database;
    private final URI url;
    private final List<String> tokens;

    private Stand(Process process, Path data, int technicians) throws Exception {
        this.process = process;
        this.url = URI.create(
                await(process, data.resolveSibling(READY)).path("url").asText());
        // It is nobody's child: whoever started it left it.
        this.postgres = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
        this.reach = Reach.embeddedOrRunning(data);
        this.database = new Database(reach.owner());
        this.tokens = hire(technicians);
    }

    /**
     * @param part what part of the sample: 10 for a tenth of it
     * @param technicians how many can sign in
     */
    static Stand open(Path folder, String sample, int part, int technicians) throws Exception {
        Path own = folder.resolve(sample + "-" + part);
        Path data = own.resolve("data");
        if (!Files.isDirectory(data)) {
            Files.createDirectories(own);
            SamplePlan whole = SamplePlan.named(sample, SEED, Instant.now()).orElseThrow();
            MspServer.start(options(
                            data,
                            new SamplePlan(
                                    sample + "-" + part,
                                    whole.companies(),
                                    whole.assets() / part,
                                    whole.tickets() / part,
                                    whole.openTickets() / Math.min(part, 3),
                                    whole.numberOffset(),
                                    SEED,
                                    whole.time())))
                    .close();
        }
        Files.deleteIfExists(own.resolve(READY));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(LIBRARY) + "/*",
                        "org.waystation.server.Main",
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--ready-file",
                        own.resolve(READY).toString(),
                        "--exit-with-parent"))
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("log").toFile())
                .start();
        try {
            return new Stand(process, data, technicians);
        } catch (Exception e) {
            process.destroy();
            throw e;
        }
    }

    private static ServeOptions options(Path data, SamplePlan plan) {
        return new ServeOptions(
                0,
                Optional.of(data),
                Optional.empty(),
                Optional.empty(),
                Optional.of(plan),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                NetOptions.loopback(1_000_000));
    }

    private static JsonNode await(Process process, Path ready) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!Files.exists(ready)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("The server did not start: " + Files.readString(ready.resolveSibling("log")));
            }
        }
        return Json.mapper().readTree(Files.readString(ready));
    }

    private List<String> hire(int technicians) throws SQLException {
        List<String> hired = new ArrayList<>();
        for (int i = 0; i < technicians; i++) {
            hired.add(hire(Set.of()));
        }
        return hired;
    }

    /** The token of somebody new who sees these companies, or all where there are none. */
    String hire(Set<UUID> companies) throws SQLException {
        UUID user = Generators.timeBasedEpochRandomGenerator().generate();
        Account account = new Account(
                user,
                "t" + user + "@bench.example",
                "Technician",
                Role.TECHNICIAN,
                companies.isEmpty(),
                companies,
                false,
                false);
        database.inTransaction(connection -> {
            new Accounts().create(connection, account, Optional.empty());
            return user;
        });
        return new Tokens(database).issue("bench:" + user, user, Optional.empty());
    }

    URI url() {
        return url;
    }

    /** One of each technician. */
    List<String> tokens() {
        return tokens;
    }

    /** The server's process. */
    ProcessHandle server() {
        return process.toHandle();
    }

    /** The process that the server's PostgreSQL consists of, with its descendants. */
    ProcessHandle postgres() {
        return postgres;
    }

    /** A connection to the server's database as its owner. */
    Connection owner() throws SQLException {
        return Database.connect(reach.owner());
    }

    /** The first column of what a question yields. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        reach.close();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
