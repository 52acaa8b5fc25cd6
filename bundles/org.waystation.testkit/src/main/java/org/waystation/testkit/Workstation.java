package org.waystation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.waystation.api.record.RecordRef;

/** The real product in a process of its own. */
public final class Workstation implements AutoCloseable {

    /** The adapter to the real server. */
    private static final String MSP = "org.waystation.backend.msp";

    private static final String LOG = "workstation.log";
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final Screen screen;
    private final Path scratch;
    private final Instant startedAt;

    private Workstation(Process process, Screen screen, Path scratch, Instant startedAt) {
        this.process = process;
        this.screen = screen;
        this.scratch = scratch;
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
    public record Start(
            Path profile,
            Path readyFile,
            Predicate<String> bundles,
            List<Path> extra,
            List<String> options,
            Map<String, String> environment) {

        public static Start on(Path profile, Path readyFile) {
            return new Start(profile, readyFile, name -> true, List.of(), List.of(), Map.of());
        }

        /** A program with a profile made for a test, connected to nothing or to what stands in for a remote system. */
        public static Start on(TestProfile profile, WithWorkstation.Remote remote) throws IOException {
            Path nowhere = profile.folder().resolveSibling("no-server.json");
            Start start = on(profile.folder(), nowhere)
                    .withoutBundle(MSP)
                    .with("-Dwaystation.unlock=" + profile.unlockFile());
            boolean fake = remote == WithWorkstation.Remote.SAMPLE;
            return fake ? start.with("-Dwaystation.testkit.backend=sample") : start;
        }

        /** The same with one of the product's bundles left out. */
        public Start withoutBundle(String name) {
            return new Start(profile, readyFile, bundles.and(n -> !n.equals(name)), extra, options, environment);
        }

        /** The same with further bundles. */
        public Start withBundles(List<Path> more) {
            List<Path> all = new ArrayList<>(extra);
            all.addAll(more);
            return new Start(profile, readyFile, bundles, all, options, environment);
        }

        /** The same on a screen with this many pixels to a point. */
        public Start scale(int scale) {
            return withEnvironment(Map.of("GDK_SCALE", String.valueOf(scale)));
        }

        public Start with(String... more) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of(more));
            return new Start(profile, readyFile, bundles, extra, all, environment);
        }

        public Start withEnvironment(Map<String, String> variables) {
            return new Start(profile, readyFile, bundles, extra, options, variables);
        }
    }

    public static Workstation start(Installation installation, Start start) throws IOException {
        Path scratch = Files.createTempDirectory("waystation-run");
        List<Path> extra = new ArrayList<>(start.extra());
        extra.add(installation.driverJar());
        extra.add(Installation.testkitJar());
        Path configuration = new Configuration(installation.product())
                .write(scratch.resolve("configuration"), start.bundles(), extra);
        DriverServer server = new DriverServer();
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "@" + installation.product().resolve("jvm.options"),
                "-Dwaystation.profile=" + start.profile(),
                "-Dwaystation.server=" + start.readyFile(),
                "-Dwaystation.driver.port=" + server.port(),
                "-Dwaystation.driver.key=" + server.key(),
                "-Djava.util.logging.config.file=" + installation.product().resolve("logging.properties")));
        command.addAll(start.options());
        command.addAll(List.of(
                "-jar",
                installation.launcher().toString(),
                "-configuration",
                configuration.toUri().toString(),
                "-data",
                scratch.resolve("workspace").toString(),
                "-consoleLog"));
        Path log = scratch.resolve(LOG);
        Instant startedAt = Instant.now();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2"); // as the program's own start does
        builder.environment().putAll(start.environment());
        Process process = builder.start();
        return new Workstation(process, new Screen(server.accept(process, log)), scratch, startedAt);
    }

    /** Returns when the window is there and calm. */
    public void awaitReady() {
        screen.await(Locator.id("waystation.window"));
        screen.resize(WIDTH, HEIGHT);
        screen.settle();
    }

    /** The plug-ins in the program, and what they brought. */
    public PluginBot plugins() {
        return new PluginBot(screen);
    }

    /** What stands in for the remote system; only with {@link WithWorkstation.Remote#SAMPLE}. */
    public RemoteBot remote() {
        return new RemoteBot(screen);
    }

    /** Opens a record in its editor, as following a link to it does. */
    public void open(RecordRef record) {
        screen.ask(Screen.question("record.open")
                .put("kind", record.kind().code())
                .put("id", record.id().toString()));
    }

    /** Mouse and keyboard. */
    public Hands hands() {
        return new Hands();
    }

    /**
     * Why a service is there or not: who publishes it, and for each component that would, what it lacks.
     *
     * @param service full name of the service's interface, or of a component
     */
    public String explain(String service) {
        return screen.ask(Screen.question("explain").put("service", service)).asText();
    }

    public Screen screen() {
        return screen;
    }

    public long pid() {
        return process.pid();
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** What the program writes beside its profile: log, workspace, configuration. It is gone when this is closed. */
    public Path scratch() {
        return scratch;
    }

    /** What it has said so far; to be asked for before it is closed. */
    public String log() throws IOException {
        return Files.readString(scratch.resolve(LOG));
    }

    public boolean awaitExit(Duration patience) {
        return Processes.ended(process, patience);
    }

    /** Kill -9: what a power cut does. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(GRACE);
    }

    /** Ends it and throws away what it wrote beside its profile. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit(GRACE)) {
            kill();
        }
        screen.close();
        try {
            Scratch.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
