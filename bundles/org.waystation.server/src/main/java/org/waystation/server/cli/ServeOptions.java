package org.waystation.server.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.server.faults.FaultOptions;
import org.waystation.server.sample.SamplePlan;

/**
 * How to serve.
 *
 * @param port 0 for any that is free
 * @param data where the embedded database lives; empty where {@code database} is given
 * @param database JDBC URL of a PostgreSQL of the user's own
 * @param databaseOwner the same as the owner of its tables; empty where {@code database} is
 * @param sample the sample data to be there
 * @param provider name of the managed service provider; empty to leave it as it is
 * @param readyFile written when the server answers: address, token, process id
 * @param exitWithParent whether the end of standard input ends the server
 * @param tokenTtl how long the token in the ready file works; empty for as long as the server runs
 * @param offlineLeaseDays how long workstations may show their copy without the server; empty to leave it
 * @param jsonLog whether the log is one JSON object a line
 * @param net how it is reached
 * @param faults what shall go wrong on purpose; empty, as it should be
 */
public record ServeOptions(
        int port,
        Optional<Path> data,
        Optional<String> database,
        Optional<String> databaseOwner,
        Optional<SamplePlan> sample,
        Optional<String> provider,
        Optional<Path> readyFile,
        boolean exitWithParent,
        Optional<Duration> tokenTtl,
        Optional<Integer> offlineLeaseDays,
        boolean jsonLog,
        NetOptions net,
        Optional<FaultOptions> faults) {

    /** Without faults. */
    public ServeOptions(
            int port,
            Optional<Path> data,
            Optional<String> database,
            Optional<String> databaseOwner,
            Optional<SamplePlan> sample,
            Optional<String> provider,
            Optional<Path> readyFile,
            boolean exitWithParent,
            Optional<Duration> tokenTtl,
            Optional<Integer> offlineLeaseDays,
            boolean jsonLog,
            NetOptions net) {
        this(
                port,
                data,
                database,
                databaseOwner,
                sample,
                provider,
                readyFile,
                exitWithParent,
                tokenTtl,
                offlineLeaseDays,
                jsonLog,
                net,
                Optional.empty());
    }

    /** Help for people. */
    public static final String HELP = """
            Usage: serve [options]

            Starts the MSP server.

              --port N            port to listen on; 0 takes any that is free (default: 8080)
              --data DIR          folder of the embedded PostgreSQL; made when it is missing
              --database URL      use this PostgreSQL (jdbc:postgresql://…) instead of the embedded one;
                                  the password may also come from ~/.pgpass or PGPASSFILE
              --database-owner URL  the same database as the role that owns the tables; then the server works as the
                                  role of --database, which owns nothing (default: --database)
              --sample NAME       fill an empty database with sample data: small, reference or scale
              --seed N            seed of the sample data (default: 42)
              --sample-time TIME  the moment the sample data is made for, such as 2026-11-22T09:00:00Z (default: now)
              --provider NAME     name of the managed service provider, as people see it
              --ready-file FILE   write address, token and process id into FILE when the server answers
              --offline-lease-days N  days for which a workstation may show its copy without having reached the server,
                                  1 to 90; kept in the database (default: as it is, 7 at first)
              --token-ttl SECONDS let the token in the ready file expire
              --log text|json     form of the log on standard error (default: text)
              --exit-with-parent  stop when standard input ends
            """ + NetOptions.HELP + FaultOptions.HELP + """
              --help              print this help
            """;

    /** Reads the words after {@code serve}. */
    static ServeOptions parse(List<String> words) throws UsageException {
        Words in = new Words(
                words,
                Set.of("--exit-with-parent"),
                with(
                        NetOptions.NAMES,
                        "--port",
                        "--data",
                        "--database",
                        "--database-owner",
                        "--sample",
                        "--seed",
                        "--sample-time",
                        "--log",
                        "--offline-lease-days",
                        "--faults",
                        "--provider",
                        "--ready-file",
                        "--token-ttl"));
        String log = in.value("--log").orElse("text");
        if (!log.equals("text") && !log.equals("json")) {
            throw new UsageException("--log must be text or json, not '" + log + "'.");
        }
        Optional<Path> data = in.value("--data").map(Path::of);
        Optional<String> database = in.value("--database");
        if (data.isPresent() == database.isPresent()) {
            throw new UsageException("Give either --data DIR or --database URL.");
        }
        requireUrl("--database", database);
        Optional<String> owner = in.value("--database-owner");
        requireUrl("--database-owner", owner);
        if (owner.isPresent() && database.isEmpty()) {
            throw new UsageException("--database-owner goes with --database URL.");
        }
        long seed = in.whole("--seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(42L);
        Instant time = in.instant("--sample-time").orElseGet(Instant::now);
        Optional<SamplePlan> sample = Optional.empty();
        if (in.value("--sample").isPresent()) {
            String name = in.value("--sample").get();
            sample = Optional.of(SamplePlan.named(name, seed, time)
                    .orElseThrow(() ->
                            new UsageException("--sample must be small, reference or scale, not '" + name + "'.")));
        }
        return new ServeOptions(
                Math.toIntExact(in.whole("--port", 0, 65_535).orElse(8080L)),
                data,
                database,
                owner,
                sample,
                in.value("--provider"),
                in.value("--ready-file").map(Path::of),
                in.has("--exit-with-parent"),
                in.whole("--token-ttl", 1, Integer.MAX_VALUE).map(Duration::ofSeconds),
                in.whole("--offline-lease-days", 1, 90).map(Math::toIntExact),
                log.equals("json"),
                NetOptions.parse(in),
                faults(in));
    }

    private static Optional<FaultOptions> faults(Words in) throws UsageException {
        Optional<String> words = in.value("--faults");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        for (String other : List.of("--host", "--public-url", "--tls-cert", "--trusted-proxy")) {
            if (in.value(other).isPresent()) {
                throw new UsageException("--faults is for tests on this machine, over loopback and without TLS: leave "
                        + other + " out.");
            }
        }
        try {
            return Optional.of(FaultOptions.parse(words.get()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private static void requireUrl(String name, Optional<String> url) throws UsageException {
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            throw new UsageException(name + " must be a URL such as jdbc:postgresql://localhost/waystation.");
        }
    }
}
