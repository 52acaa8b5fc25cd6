package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.waystation.testkit.Installation;

/** Benchmarks of what a technician feels in the open window. */
final class WindowBenches {

    static final List<String> NAMES = List.of("terminal", "sessions");

    private final Installation installation;

    WindowBenches(Installation installation) {
        this.installation = installation;
    }

    List<Figure> measure(String name, Path scratch) throws IOException {
        try {
            return switch (name) {
                case "terminal" -> new TerminalBench(installation).measure(scratch);
                case "sessions" -> new SessionsBench(installation).measure(scratch);
                default -> throw new IllegalArgumentException(name);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
