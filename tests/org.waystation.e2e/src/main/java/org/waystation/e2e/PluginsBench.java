package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.Workstation;

/**
 * What plug-ins cost: what idle ones add to the start, how long one takes from its file to its window, and how long after
 * a build the new one is in. Runs with different numbers alternate, so that a noisy machine hits all alike.
 */
final class PluginsBench {

    private static final double START_GOAL_MS = 200;
    private static final double START_GOAL_SHARE = 0.05;
    private static final double USABLE_GOAL_MS = 2_000;
    private static final List<Integer> COUNTS = List.of(0, 10, 50);
    private static final String ID = "com.acme.idle";

    private final Installation installation;
    private final IdlePlugin plugin;
    private final int runs;

    PluginsBench(Installation installation, Path sample, int runs) {
        this.installation = installation;
        this.plugin = new IdlePlugin(sample);
        this.runs = runs;
    }

    List<Figure> measure(Path scratch) throws IOException {
        Path synced = Bench.syncedProfile(installation, "small", scratch);
        Map<Integer, Path> profiles = new LinkedHashMap<>();
        for (int count : COUNTS) {
            profiles.put(count, withPlugins(synced, scratch, count));
        }
        Map<Integer, Timings> starts = new LinkedHashMap<>();
        Map<Integer, Timings> allIn = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (int count : COUNTS) {
                start(profiles.get(count), scratch, count, starts, allIn);
            }
        }
        List<Figure> figures = new ArrayList<>();
        double none = starts.get(0).median();
        for (int count : COUNTS.subList(1, COUNTS.size())) {
            figures.add(new Figure(
                    "start, added by " + count + " idle plug-ins",
                    starts.get(count).median() - none,
                    "ms",
                    Math.max(START_GOAL_MS, START_GOAL_SHARE * none),
                    false,
                    none));
            figures.add(Figure.told(
                    "start, until the last of " + count + " idle plug-ins is in",
                    allIn.get(count).median(),
                    "ms"));
        }
        Timings usable = new Timings();
        Timings reload = new Timings();
        liveTimes(profiles.get(0), scratch, usable, reload);
        figures.add(new Figure(
                "plug-in, file to open tool window", usable.median(), "ms", USABLE_GOAL_MS, false, Double.NaN));
        figures.add(new Figure(
                "plug-in, rebuilt to in the window", reload.median(), "ms", USABLE_GOAL_MS, false, Double.NaN));
        return figures;
    }

    private Path withPlugins(Path synced, Path scratch, int count) throws IOException {
        Path profile = scratch.resolve("with-" + count);
        copy(synced, profile);
        Files.copy(new TestProfile(synced).unlockFile(), scratch.resolve("with-" + count + ".unlock"));
        new TestProfile(profile).acceptUnsignedPlugins();
        if (count > 0) {
            try (Workstation workstation = open(profile, scratch)) {
                for (int i = 0; i < count; i++) {
                    String id = ID + i;
                    workstation.plugins().install(plugin.write(scratch.resolve(id + ".jar"), id, "Idle " + i));
                }
            }
        }
        return profile;
    }

    /** To the filled queue, as without plug-ins, and then to the last plug-in, which comes after the window. */
    private void start(Path profile, Path scratch, int count, Map<Integer, Timings> filled, Map<Integer, Timings> allIn)
            throws IOException {
        try (Workstation workstation = open(profile, scratch)) {
            workstation.screen().waitFor("filled queue", () -> new QueueBot(workstation.screen()).filled());
            filled.computeIfAbsent(count, key -> new Timings()).add(sinceStart(workstation));
            workstation.screen().waitFor("all plug-ins", () -> active(workstation.plugins()) == count);
            allIn.computeIfAbsent(count, key -> new Timings()).add(sinceStart(workstation));
            // Ended before, it would count as a start that did not come to its end.
            Path journal = profile.resolve("plugins/start.txt");
            workstation.screen().waitFor("the end of the start", () -> Files.notExists(journal));
        }
    }

    private static double sinceStart(Workstation workstation) {
        return Duration.between(workstation.startedAt(), Instant.now()).toMillis();
    }

    private static long active(PluginBot plugins) {
        return plugins.installed().stream()
                .filter(plugin -> plugin.endsWith(" ACTIVE"))
                .count();
    }

    private void liveTimes(Path profile, Path scratch, Timings usable, Timings reload) throws IOException {
        Path watched = plugin.write(scratch.resolve("watched.jar"), ID + ".watched", "Build 0");
        Path other = plugin.write(scratch.resolve("other.jar"), ID + ".other", "Other");
        Workstation.Start start = Workstation.Start.on(profile, scratch.resolve("no-server.json"))
                .with(Bench.unlock(profile), "-Dwaystation.with=" + watched);
        try (Workstation workstation = Workstation.start(installation, start)) {
            Screen screen = workstation.screen();
            screen.await(stripe("Build 0"));
            PluginBot plugins = workstation.plugins();
            for (int run = 1; run <= runs; run++) {
                Instant begin = Instant.now();
                plugin.write(watched, ID + ".watched", "Build " + run);
                screen.await(stripe("Build " + run));
                reload.add(Duration.between(begin, Instant.now()).toMillis());
                begin = Instant.now();
                plugins.install(other);
                plugins.show(ID + ".other.window");
                screen.await(Locator.text("Say hello"));
                usable.add(Duration.between(begin, Instant.now()).toMillis());
                plugins.remove(ID + ".other");
            }
        }
    }

    private static Locator stripe(String name) {
        return Locator.name(name).and("type", "StripeButton");
    }

    private Workstation open(Path profile, Path scratch) throws IOException {
        Workstation.Start start =
                Workstation.Start.on(profile, scratch.resolve("no-server.json")).with(Bench.unlock(profile));
        Workstation workstation = Workstation.start(installation, start);
        workstation.screen().await(Locator.id("waystation.window"));
        return workstation;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(from)) {
            paths = all.toList();
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
