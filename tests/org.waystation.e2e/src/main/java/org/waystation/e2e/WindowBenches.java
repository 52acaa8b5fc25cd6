package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Workstation;

/** Benchmarks of what a technician feels in the open window. */
final class WindowBenches {

    static final List<String> NAMES = List.of("terminal", "sessions", "table", "type", "memory");

    /** Where a filled profile is kept from one run to the next, since filling one takes longer than all else. */
    private static final String KEPT = "waystation.bench.kept";

    private final Installation installation;
    private final String sample;
    private final int rounds;

    /**
     * @param sample of the benchmarks over tickets: small, reference or scale
     * @param rounds of work in {@code memory}
     */
    WindowBenches(Installation installation, String sample, int rounds) {
        this.installation = installation;
        this.sample = sample;
        this.rounds = rounds;
    }

    List<Figure> measure(String name, Path scratch) throws IOException {
        try {
            return switch (name) {
                case "terminal" -> new TerminalBench(installation).measure(scratch);
                case "sessions" -> new SessionsBench(installation).measure(scratch);
                default -> overTickets(name, scratch);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private List<Figure> overTickets(String name, Path scratch) throws IOException {
        Path profile = filled(scratch);
        try (Workstation workstation = Workstation.start(
                installation,
                Workstation.Start.on(profile, scratch.resolve("no-server.json")).with(Bench.unlock(profile)))) {
            workstation.awaitReady();
            return switch (name) {
                case "table" -> new TableBench(sample).measure(workstation);
                case "type" -> new TypeBench(sample).measure(workstation);
                default -> new MemoryBench(sample, rounds).measure(workstation);
            };
        }
    }

    /** A profile whose first sync is complete: the kept one, or a new one that is kept once it is whole. */
    private Path filled(Path scratch) throws IOException {
        String kept = System.getProperty(KEPT, "");
        if (kept.isEmpty()) {
            return Bench.syncedProfile(installation, sample, scratch);
        }
        Path folder = Files.createDirectories(Path.of(kept)).resolve(sample);
        Path profile = Bench.profile(folder, sample);
        Path whole = folder.resolve("whole");
        if (!Files.exists(whole)) {
            if (Files.exists(folder)) {
                StoreBench.delete(folder);
            }
            Bench.syncedProfile(installation, sample, Files.createDirectories(folder));
            Files.createFile(whole);
        }
        return profile;
    }
}
