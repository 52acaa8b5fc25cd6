package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Workstation;

/**
 * Process start to filled ticket queue, offline, and resident memory, beside an empty e4 program in the same run. Runs
 * alternate, so that a noisy machine hits both alike. The profile was filled by a first sync before, and the archive of
 * classes that the start script keeps was made by a first start; neither is timed. The empty program starts the plain way.
 */
final class StartBench {

    private static final double START_GOAL_RATIO = 1.5;
    private static final double MEMORY_GOAL_MB = 400;
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Pattern STAGE = Pattern.compile("Start: (.+) at (\\S+Z)");

    /** Bundles that only the workstation needs (the driver needs Jackson in both); without them and ours the product is an empty e4 program. */
    private static final Set<String> OURS_ALONE = Set.of(
            "org.apache.httpcomponents",
            "org.xerial",
            "io.github.willena",
            "sqlite",
            "org.eclipse.nebula",
            "org.eclipse.collections",
            "bcprov",
            "org.commonmark",
            "org.jsoup",
            "com.fasterxml.uuid",
            "io.github.java-diff-utils");

    private final Installation installation;
    private final Path emptyBundle;
    private final int runs;
    private final Map<String, Timings> stages = new LinkedHashMap<>();

    StartBench(Installation installation, Path emptyBundle, int runs) {
        this.installation = installation;
        this.emptyBundle = emptyBundle;
        this.runs = runs;
    }

    /** Measures on one amount of sample data, such as {@code small}. */
    List<Figure> measure(String sample, Path scratch) throws IOException {
        Path profile = Bench.syncedProfile(installation, sample, scratch);
        Timings ours = new Timings();
        Timings empty = new Timings();
        Timings memory = new Timings();
        Timings emptyMemory = new Timings();
        Path archive = scratch.resolve("classes-" + sample + ".jsa");
        ourRun(profile, scratch, "-XX:SharedArchiveFile=" + archive, new Timings(), new Timings());
        stages.clear();
        for (int run = 0; run < runs; run++) {
            emptyRun(scratch, empty, emptyMemory);
            ourRun(profile, scratch, "-XX:SharedArchiveFile=" + archive, ours, memory);
        }
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure(
                        "start to filled queue, " + sample,
                        ours.median(),
                        "ms",
                        START_GOAL_RATIO,
                        true,
                        empty.median()),
                new Figure(
                        "resident memory, idle, " + sample,
                        memory.median(),
                        "MB",
                        MEMORY_GOAL_MB,
                        false,
                        emptyMemory.median())));
        stages.forEach((stage, reached) ->
                figures.add(Figure.told("start, " + stage + " reached after, " + sample, reached.median(), "ms")));
        return figures;
    }

    private void ourRun(Path profile, Path scratch, String classes, Timings time, Timings memory) throws IOException {
        try (Workstation workstation = Workstation.start(
                installation,
                Workstation.Start.on(profile, scratch.resolve("no-server.json"))
                        .with(
                                Bench.unlock(profile),
                                "-Djava.util.logging.config.file=" + stagesLogged(scratch),
                                classes,
                                "-XX:+AutoCreateSharedArchive",
                                "-Xlog:cds=off"))) {
            workstation.screen().waitFor("filled queue", () -> new QueueBot(workstation.screen()).filled());
            time.add(Duration.between(workstation.startedAt(), Instant.now()).toMillis());
            memory.add(Bench.idleMemoryMegabytes(workstation, SETTLE));
            addStages(workstation.startedAt(), workstation.log());
        }
    }

    /** The program as it is shipped logs warnings only. */
    private static Path stagesLogged(Path scratch) throws IOException {
        return Files.writeString(scratch.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                .level = WARNING
                org.waystation.product.internal.StartStages.level = INFO
                """);
    }

    /** When each stage was reached, as the program's own log tells. */
    private void addStages(Instant startedAt, String log) {
        STAGE.matcher(log)
                .results()
                .forEach(found -> stages.computeIfAbsent(found.group(1), name -> new Timings())
                        .add(Duration.between(startedAt, Instant.parse(found.group(2)))
                                .toMillis()));
    }

    private void emptyRun(Path scratch, Timings time, Timings memory) throws IOException {
        Predicate<String> e4 = name ->
                !name.startsWith("org.waystation") && OURS_ALONE.stream().noneMatch(name::startsWith);
        Path profile = Files.createTempDirectory(scratch, "empty");
        Workstation.Start start = new Workstation.Start(
                profile,
                scratch.resolve("none"),
                e4,
                List.of(emptyBundle),
                List.of(
                        "-Declipse.product=org.waystation.empty.product",
                        "-Declipse.application=org.eclipse.e4.ui.workbench.swt.E4Application"),
                Map.of());
        try (Workstation workstation = Workstation.start(installation, start)) {
            workstation.screen().await(Locator.text("Empty").and("type", "Label"));
            time.add(Duration.between(workstation.startedAt(), Instant.now()).toMillis());
            memory.add(Bench.idleMemoryMegabytes(workstation, SETTLE));
        }
    }
}
