package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import org.waystation.server.record.Json;

/** The commands of this module. Result: 0 all well, 1 a promise was broken or a goal missed, 2 not understood. */
public final class Main {

    private static final String USAGE =
            """
            simulate --seeds A..B [--devices 3] [--ops 300] [--json FILE] [--plant NAME] [--trace]
              Simulates that many lives of workstations and their server, in which all goes wrong that can.
                --seeds A..B   the seeds to run, or one seed
                --devices N    machines in each, 1 to 9 (default: 3)
                --ops N        steps in each, 1 to 100000 (default: 300)
                --json FILE    the summary as JSON
                --plant NAME   puts a fault in on purpose, to see it found: %s
                --trace        prints what happened
            bench sync|push|delta [--sample small|reference|scale]
              Measures sync against a server process of its own; one JSON object.
            """.formatted(Arrays.toString(Plant.values()).toLowerCase(Locale.ROOT));

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogManager.getLogManager().reset(); // what goes wrong here goes wrong on purpose
        try {
            Iterator<String> words = List.of(arguments).iterator();
            String command = words.hasNext() ? words.next() : "";
            boolean well = switch (command) {
                case "bench" -> bench(words);
                case "simulate" -> new SimulateCommand(simulateOptions(words), System.out).run();
                default -> throw new Misuse("unknown command '" + command + "'");
            };
            System.exit(well ? 0 : 1);
        } catch (Misuse e) {
            System.err.println("waystation: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private static boolean bench(Iterator<String> words) throws IOException, InterruptedException {
        String name = words.hasNext() ? words.next() : "";
        if (!List.of("sync", "push", "delta").contains(name)) {
            throw new Misuse("bench takes sync, push or delta, not '" + name + "'");
        }
        String sample = "small";
        while (words.hasNext()) {
            String option = words.next();
            if (!option.equals("--sample")) {
                throw new Misuse("unknown option '" + option + "'");
            }
            sample = value(words, option);
            if (!List.of("small", "reference", "scale").contains(sample)) {
                throw new Misuse("--sample takes small, reference or scale, not '" + sample + "'");
            }
        }
        ObjectNode result = Bench.run(name, sample);
        System.out.println(Json.text(result));
        return result.path("met").asBoolean();
    }

    private static SimulateCommand.Options simulateOptions(Iterator<String> words) {
        long[] seeds = {1, 0};
        int devices = 3;
        int ops = 300;
        Plant plant = Plant.NONE;
        Path json = null;
        boolean trace = false;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--seeds" -> seeds = seeds(value(words, option));
                case "--devices" -> devices = number(words, option, 1, 9);
                case "--ops" -> ops = number(words, option, 1, 100_000);
                case "--json" -> json = Path.of(value(words, option));
                case "--plant" -> plant = plant(value(words, option));
                case "--trace" -> trace = true;
                default -> throw new Misuse("unknown option '" + option + "'");
            }
        }
        if (seeds[1] < seeds[0]) {
            throw new Misuse("--seeds needs seeds such as 1..200");
        }
        return new SimulateCommand.Options(seeds[0], seeds[1], devices, ops, plant, json, trace);
    }

    private static long[] seeds(String text) {
        try {
            String[] ends = text.split("\\.\\.", 2);
            long first = Long.parseLong(ends[0]);
            return new long[] {first, ends.length == 2 ? Long.parseLong(ends[1]) : first};
        } catch (NumberFormatException e) {
            throw new Misuse("--seeds takes seeds such as 1..200, not '" + text + "'");
        }
    }

    private static Plant plant(String text) {
        try {
            return Plant.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Misuse("--plant knows no '" + text + "'");
        }
    }

    private static int number(Iterator<String> words, String option, int least, int most) {
        String text = value(words, option);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Misuse(option + " takes a number, not '" + text + "'");
        }
        throw new Misuse(option + " takes a number from " + least + " to " + most + ", not " + text);
    }

    private static String value(Iterator<String> words, String option) {
        if (!words.hasNext()) {
            throw new Misuse(option + " needs a value");
        }
        return words.next();
    }

    /** The command line was not understood. */
    private static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }
}
