package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The real product in a process of its own. */
final class Workstation implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final Screen screen;
    private final Path log;
    private final Instant startedAt;

    private Workstation(Process process, Screen screen, Path log, Instant startedAt) {
        this.process = process;
        this.screen = screen;
        this.log = log;
        this.startedAt = startedAt;
    }

    /**
     * What to start.
     *
     * @param profile the technician's data
     * @param readyFile where the server is; need not exist
     * @param bundles which of the product's bundles to keep
     * @param extra further bundles
     * @param options further options of the JVM
     * @param environment further environment variables, such as {@code GDK_SCALE}
     */
    record Start(
            Path profile,
            Path readyFile,
            Predicate<String> bundles,
            List<Path> extra,
            List<String> options,
            Map<String, String> environment) {

        static Start on(Path profile, Path readyFile) {
            return new Start(profile, readyFile, name -> true, List.of(), List.of(), Map.of());
        }

        Start with(String... more) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of(more));
            return new Start(profile, readyFile, bundles, extra, all, environment);
        }

        Start withEnvironment(Map<String, String> variables) {
            return new Start(profile, readyFile, bundles, extra, options, variables);
        }
    }

    static Workstation start(Installation installation, Start start) throws IOException {
        Path scratch = Files.createTempDirectory("waystation-run");
        List<Path> extra = new ArrayList<>(start.extra());
        extra.add(installation.driverJar());
        Path configuration = new Configuration(installation.product())
                .write(scratch.resolve("configuration"), start.bundles(), extra);
        DriverServer server = new DriverServer();
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "-Xmx512m",
                "-Dwaystation.profile=" + start.profile(),
                "-Dwaystation.server=" + start.readyFile(),
                "-Dwaystation.driver.port=" + server.port(),
                "-Dwaystation.driver.key=" + server.key()));
        command.addAll(start.options());
        command.addAll(List.of(
                "-jar",
                installation.launcher().toString(),
                "-configuration",
                configuration.toUri().toString(),
                "-data",
                scratch.resolve("workspace").toString(),
                "-consoleLog"));
        Path log = scratch.resolve("workstation.log");
        Instant startedAt = Instant.now();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(start.environment());
        Process process = builder.start();
        return new Workstation(process, new Screen(server.accept(process, log)), log, startedAt);
    }

    Screen screen() {
        return screen;
    }

    long pid() {
        return process.pid();
    }

    Instant startedAt() {
        return startedAt;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    boolean awaitExit(Duration patience) {
        return Processes.ended(process, patience);
    }

    /** Kill -9: what a power cut does. */
    void kill() {
        process.destroyForcibly();
        awaitExit(GRACE);
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitExit(GRACE)) {
            kill();
        }
        screen.close();
    }
}
