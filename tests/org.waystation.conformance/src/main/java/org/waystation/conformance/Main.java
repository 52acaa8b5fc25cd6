package org.waystation.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waystation.conformance.fuzz.FuzzCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands of this module. Result: 0 all well, 1 a requirement is not met, 2 not understood. */
public final class Main {

    private static final String USAGE = """
            conformance --url URL [--url URL …] --token TOKEN [--second-token TOKEN] [--only NAME[,NAME…]] [--json FILE]
              Holds a server against the contract of the MSP API. It makes tickets of its own and leaves them behind.
                --url URL          of the server; with several each request goes to the next one
                --token TOKEN      of somebody who works on tickets
                --second-token T   of another person, best one who does not see every company of the first
                --only NAME        areas or ids of requirements
                --json FILE        the results as JSON
            fuzz --url URL --token TOKEN [--pid PID] [--requests 20000] [--seed 1] [--from 0]
              Throws requests at a server that no client sends; the same seed makes the same ones.
                --pid PID          of the server, where it runs here: its garbage is collected before its heap is looked at
                --from N           begins at request N, to repeat one: --from N --requests 1
            """;

    private final List<Transport> servers = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();
    private final Set<String> only = new HashSet<>();
    private String token = "";
    private Optional<String> second = Optional.empty();
    private @Nullable Path json;
    private OptionalLong process = OptionalLong.empty();
    private long seed = 1;
    private long from;
    private int requests = 20_000;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            System.exit(new Main().run(words.iterator()) ? 0 : 1);
        } catch (Misuse e) {
            System.err.println("waystation: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private boolean run(Iterator<String> words) throws IOException, InterruptedException {
        String command = words.hasNext() ? words.next() : "";
        if (!Set.of("conformance", "fuzz").contains(command)) {
            throw new Misuse("unknown command '" + command + "'");
        }
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new Misuse(option + " needs a value");
            }
            take(option, words.next());
        }
        if (servers.isEmpty() || token.isEmpty()) {
            throw new Misuse("--url and --token are needed");
        }
        return command.equals("fuzz") ? fuzz() : conformance();
    }

    private boolean fuzz() throws IOException, InterruptedException {
        FuzzCommand.Options options =
                new FuzzCommand.Options(URI.create(urls.getFirst()), token, process, seed, from, requests);
        return new FuzzCommand(options, System.out).run();
    }

    private boolean conformance() throws IOException {
        Bench bench = new Bench(new RoundRobin(servers), new Contract(), token, second);
        List<Suite.Result> results = Suite.run(bench, only, Main::tell);
        if (results.isEmpty()) {
            throw new Misuse("--only names no requirement");
        }
        System.out.println(sum(results));
        if (json != null) {
            Files.writeString(json, report(results).toPrettyString() + "\n");
        }
        return count(results, Suite.Verdict.FAIL) == 0;
    }

    private void take(String option, String value) {
        switch (option) {
            case "--url" -> {
                if (!value.matches("https?://[^\\s]+")) {
                    throw new Misuse("--url takes an address such as https://msp.example, not '" + value + "'");
                }
                urls.add(value);
                servers.add(new HttpTransport(URI.create(value)));
            }
            case "--token" -> token = value;
            case "--second-token" -> second = Optional.of(value);
            case "--only" -> only.addAll(List.of(value.split(",")));
            case "--json" -> json = Path.of(value);
            case "--pid" -> process = OptionalLong.of(number(option, value));
            case "--seed" -> seed = number(option, value);
            case "--from" -> from = number(option, value);
            case "--requests" -> requests = Math.toIntExact(Math.min(number(option, value), 100_000_000));
            default -> throw new Misuse("unknown option '" + option + "'");
        }
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Misuse(option + " takes a whole number, not '" + text + "'");
        }
    }

    private static void tell(Suite.Result result) {
        System.out.printf(
                "%-4s  %-28s %s%n",
                result.verdict().toString().toLowerCase(Locale.ROOT),
                result.requirement().id(),
                result.requirement().sentence());
        if (!result.reason().isEmpty()) {
            System.out.println("      " + result.reason());
        }
    }

    private static long count(List<Suite.Result> results, Suite.Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static String sum(List<Suite.Result> results) {
        return count(results, Suite.Verdict.PASS) + " passed, " + count(results, Suite.Verdict.FAIL) + " failed, "
                + count(results, Suite.Verdict.SKIP) + " not asked";
    }

    private ObjectNode report(List<Suite.Result> results) {
        ObjectNode report = Json.object();
        urls.forEach(report.putArray("urls")::add);
        for (Suite.Verdict verdict : Suite.Verdict.values()) {
            report.put(verdict.name().toLowerCase(Locale.ROOT), count(results, verdict));
        }
        ArrayNode list = report.putArray("requirements");
        for (Suite.Result result : results) {
            list.addObject()
                    .put("id", result.requirement().id())
                    .put("sentence", result.requirement().sentence())
                    .put("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
                    .put("reason", result.reason())
                    .put("millis", result.millis());
        }
        return report;
    }

    /** The command line was not understood. */
    private static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }
}
