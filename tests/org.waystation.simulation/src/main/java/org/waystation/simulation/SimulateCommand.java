package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.waystation.server.record.Json;

/** {@code simulate}: runs seeds, and for one that fails prints the fewest steps that still fail. */
final class SimulateCommand {

    private static final int LINES_SHOWN = 60;

    private final Options options;
    private final PrintStream out;
    private final Map<String, Integer> happened = new TreeMap<>();
    private final ArrayNode failed = Json.mapper().createArrayNode();
    private long saved;
    private long longestDrain;

    SimulateCommand(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * What to run.
     *
     * @param json where the summary goes; null for nowhere
     * @param trace whether to print what happened in each seed
     */
    record Options(
            long first,
            long last,
            int devices,
            int ops,
            Plant plant,
            @Nullable Path json,
            boolean trace) {}

    /** True where every seed kept its promises. */
    boolean run() throws IOException {
        long began = System.nanoTime();
        LongStream.rangeClosed(options.first, options.last).parallel().forEach(this::one);
        double seconds = (System.nanoTime() - began) / 1e9;
        ObjectNode summary = Json.object();
        summary.put("seeds", options.last - options.first + 1).put("failed", failed.size());
        summary.put("devices", options.devices).put("ops", options.ops).put("edits", saved);
        summary.put("slowestDrainSeconds", longestDrain).put("seconds", Math.round(seconds * 10) / 10.0);
        summary.put("plant", options.plant.name());
        summary.set("failures", failed);
        summary.set("happened", Json.mapper().valueToTree(happened));
        if (options.json != null) {
            Files.writeString(options.json, Json.text(summary) + "\n");
        }
        out.printf(
                "%d seeds, %d failed, %d edits acknowledged, slowest drain %d s (virtual), %.1f s%n",
                options.last - options.first + 1, failed.size(), saved, longestDrain, seconds);
        return failed.isEmpty();
    }

    private void one(long seed) {
        try {
            Plan plan = Plan.of(seed, options.devices, options.ops);
            Simulation simulation = new Simulation(options.plant);
            World.Result result = simulation.run(plan);
            sum(result);
            if (options.trace) {
                show(seed, result);
            }
            if (!result.failures().isEmpty()) {
                report(plan, simulation, result);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Seed " + seed + " could not be run.", e);
        }
    }

    private synchronized void sum(World.Result result) {
        result.happened().forEach((what, count) -> happened.merge(what, count, Integer::sum));
        saved += result.saved();
        longestDrain = Math.max(longestDrain, result.drained().toSeconds());
    }

    private synchronized void show(long seed, World.Result result) {
        out.println("seed " + seed + ", digest " + result.digest());
        result.trace().forEach(out::println);
    }

    private void report(Plan plan, Simulation simulation, World.Result result) throws IOException {
        Checks.Failure first = result.failures().getFirst();
        World.Result again = simulation.run(plan);
        Plan small = simulation.shrink(plan, first.check());
        World.Result shown = simulation.run(small);
        Optional<Checks.Failure> still = shown.failures().stream()
                .filter(failure -> failure.check().equals(first.check()))
                .findFirst();
        synchronized (this) {
            failed.addObject()
                    .put("seed", plan.seed())
                    .put("check", first.check())
                    .put("what", first.what())
                    .put("digest", result.digest())
                    .put("replayed", again.digest().equals(result.digest()))
                    .put("steps", small.steps().size());
            out.println("seed " + plan.seed() + " breaks: " + first.check());
            out.println("  " + still.orElse(first).what());
            out.println("  digest " + result.digest() + ", replayed " + again.digest());
            out.println("  the fewest steps that still break it: "
                    + small.steps().size() + " of " + plan.steps().size());
            small.steps().forEach(step -> out.println("    " + step));
            List<String> lines = shown.trace();
            lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())
                    .forEach(line -> out.println("  |" + line));
        }
    }
}
