package org.waystation.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where processes were killed, and how long it took after each until one was usable again; kept beside the test's results. */
final class KillReport {

    private static final Path FILE = Path.of("target/kills.txt");

    private final String what;
    private final Map<String, Integer> points = new TreeMap<>();
    private final List<Long> usableAfter = new ArrayList<>();

    KillReport(String what) {
        this.what = what;
    }

    void killed(String during) {
        points.merge(during, 1, Integer::sum);
    }

    void usableAfter(long millis) {
        usableAfter.add(millis);
    }

    int kills(String during) {
        return points.getOrDefault(during, 0);
    }

    long median() {
        return usableAfter.stream().sorted().toList().get(usableAfter.size() / 2);
    }

    long worst() {
        return Collections.max(usableAfter);
    }

    /** Says it, and adds it to the file. */
    void publish() throws IOException {
        int kills = points.values().stream().mapToInt(Integer::intValue).sum();
        String line = what + ": " + kills + " kills, in the middle of " + points + "; usable after " + median()
                + " ms by half, " + worst() + " ms at the most";
        System.out.println(line);
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
