package org.waystation.server.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waystation.server.record.Json;

/** {@code bench server}: one JSON object a line. Ends with 0 where all goals were met, 1 where one was missed, 2 on wrong use. */
public final class Main {

    private static final String USAGE = """
            Usage: bench server [--sample reference|small] [--workstations N] [--seconds N] [--data DIR] [--only NAME[,NAME…]]

              --sample        the larger of the two amounts of data (default: reference); the other is a tenth of it
              --workstations  how many work at once (default: 200)
              --seconds       for how long (default: 60)
              --data DIR      keeps the data there for the next run
              --only          some of: flat, throughput, load (default: all)""";

    private final Map<String, String> options;
    private final PrintStream out;
    private boolean met = true;

    private Main(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<Map<String, String>> options = options(List.of(words));
        if (options.isEmpty()) {
            out.println(USAGE);
            System.exit(2);
        }
        Main bench = new Main(options.orElseThrow(), out);
        bench.run();
        System.exit(bench.met ? 0 : 1);
    }

    private static Optional<Map<String, String>> options(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> known = List.of("--sample", "--workstations", "--seconds", "--data", "--only");
        for (int i = 0; i < words.size(); i += 2) {
            if (!known.contains(words.get(i)) || i + 1 == words.size()) {
                return Optional.empty();
            }
            options.put(words.get(i), words.get(i + 1));
        }
        boolean numbers = Stream.of("--workstations", "--seconds")
                .allMatch(name -> options.getOrDefault(name, "1").matches("[1-9][0-9]{0,3}"));
        boolean sample = List.of("reference", "small").contains(options.getOrDefault("--sample", "reference"));
        return numbers && sample ? Optional.of(options) : Optional.empty();
    }

    private void run() throws Exception {
        Path folder = options.containsKey("--data")
                ? Path.of(options.get("--data"))
                : Files.createTempDirectory("waystation-bench");
        try {
            measure(folder);
        } finally {
            if (!options.containsKey("--data")) {
                delete(folder);
            }
        }
    }

    private void measure(Path folder) throws Exception {
        String sample = options.getOrDefault("--sample", "reference");
        List<String> only =
                List.of(options.getOrDefault("--only", "flat,throughput,load").split(","));
        ObjectNode small = Json.object();
        if (only.contains("flat")) {
            try (Stand stand = Stand.open(folder, sample, 10, 2)) {
                small = new SingleRequests(stand).measure();
            }
        }
        try (Stand stand = Stand.open(folder, sample, 1, number("--workstations", 200))) {
            if (only.contains("flat")) {
                tell(SingleRequests.compare(small, new SingleRequests(stand).measure()));
            }
            if (only.contains("throughput")) {
                tell(new Throughput(stand).measure());
            }
            if (only.contains("load")) {
                tell(new TeamAtWork(stand, Duration.ofSeconds(number("--seconds", 60))).measure());
            }
        }
    }

    private int number(String name, int standard) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(standard)));
    }

    private void tell(ObjectNode result) {
        met &= result.path("met").asBoolean();
        out.println(Json.text(result));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
