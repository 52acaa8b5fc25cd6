package org.waystation.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs plans, each in a folder of its own that goes afterwards. */
final class Simulation {

    /** Files in memory where there are such: a simulation writes some gigabytes that nobody needs. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** How many runs are worth it to make a trace shorter. */
    private static final int SHRINKS = 60;

    private final Plant plant;

    Simulation(Plant plant) {
        this.plant = plant;
    }

    World.Result run(Plan plan) throws IOException {
        Path folder = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "waystation-simulation")
                : Files.createTempDirectory("waystation-simulation");
        try (World world = new World(plan, plant, folder)) {
            return world.run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The fewest steps, as far as can be found in reasonable time, that still break the same promise. */
    Plan shrink(Plan failing, String check) throws IOException {
        List<Step> steps = new ArrayList<>(failing.steps());
        int runs = 0;
        for (int chunk = Math.max(1, steps.size() / 2); chunk >= 1 && runs < SHRINKS; chunk /= 2) {
            for (int at = 0; at < steps.size() && runs < SHRINKS; ) {
                List<Step> fewer = new ArrayList<>(steps.subList(0, at));
                fewer.addAll(steps.subList(Math.min(steps.size(), at + chunk), steps.size()));
                runs++;
                if (breaks(failing.with(fewer), check)) {
                    steps = fewer;
                } else {
                    at += chunk;
                }
            }
        }
        return failing.with(steps);
    }

    private boolean breaks(Plan plan, String check) throws IOException {
        return run(plan).failures().stream().anyMatch(failure -> failure.check().equals(check));
    }
}
