package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.Workstation;

/** What benchmarks of the whole product share: a synced profile, its unlock file, and resident memory. */
final class Bench {

    private static final Duration FIRST_SYNC = Duration.ofMinutes(40);
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private Bench() {}

    /** A profile that has completed its first sync with a server holding this sample; the server is stopped again. */
    static Path syncedProfile(Installation installation, String sample, Path scratch) throws IOException {
        Path profile = profile(scratch, sample);
        new TestProfile(profile).settings(Map.of("vault.idle", "480")); // a lock would stop it: nobody presses a key
        try (ServerProcess server =
                new ServerProcess(installation, scratch.resolve("server-" + sample), "--sample", sample).start()) {
            try (Workstation workstation = Workstation.start(
                    installation,
                    Workstation.Start.on(profile, server.readyFile()).with(unlock(profile)))) {
                Screen screen = workstation.screen();
                Awaitility.await("first sync of " + sample)
                        .atMost(FIRST_SYNC)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> new StatusBot(screen).upToDate());
            }
        }
        return profile;
    }

    /** Where {@link #syncedProfile} puts it. */
    static Path profile(Path scratch, String sample) {
        return scratch.resolve("profile-" + sample);
    }

    /** The product over an empty profile of its own, connected to nothing, with its window open. */
    static Workstation alone(Installation installation, Path profile) throws IOException {
        Workstation workstation = Workstation.start(
                installation,
                Workstation.Start.on(profile, profile.resolveSibling("no-server.json"))
                        .with(unlock(profile)));
        workstation.awaitReady();
        return workstation;
    }

    /** @param percent 0 to 100 */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** The option that names the profile's unlock file, which is made if it is not there. */
    static String unlock(Path profile) throws IOException {
        return "-Dwaystation.unlock=" + new TestProfile(profile).unlockFile();
    }

    /** What unlocks the profile. */
    static String secret(Path profile) throws IOException {
        return Files.readString(new TestProfile(profile).unlockFile()).strip();
    }

    /** Resident memory after the program was left alone for a while, in megabytes (Linux, proc(5)). */
    static double idleMemoryMegabytes(Workstation workstation, Duration settle) {
        Awaitility.await().pollDelay(settle).atMost(settle.plusSeconds(30)).until(() -> true);
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(workstation.pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE;
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new IllegalStateException("No VmRSS for " + workstation.pid());
    }
}
