package org.waystation.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.waystation.api.session.TerminalSize;
import org.waystation.sessions.ui.internal.terminal.TerminalFigures;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;
import org.waystation.testkit.Workstation;

/**
 * The terminal: how far its grid agrees with tmux's, how much output it takes in beside tmux, and how long a key takes to
 * the glyph on the screen, by way of a real SSH server, beside the bare way to that server and back.
 */
final class TerminalBench {

    private static final int STREAM_BYTES = 16 * 1024 * 1024;
    private static final double MEGABYTE = 1024 * 1024;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int KEYS = 120;
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(70);
    private static final TerminalSize SIZE = new TerminalSize(100, 30);
    private static final long TMUX_SECONDS = 120;

    private static final Locator CANVAS = Locator.type("Canvas").within("waystation.terminal");

    private final Installation installation;
    private final List<Figure> figures = new ArrayList<>();

    TerminalBench(Installation installation) {
        this.installation = installation;
    }

    List<Figure> measure(Path scratch) throws IOException, InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.log.com.techsenger", "error"); // as the product has it
        TerminalFigures.agreement()
                .forEach((program, share) ->
                        figures.add(Figure.told("terminal, cells as in tmux, " + program, 100 * share, "%")));
        throughput(scratch);
        latency(scratch);
        return figures;
    }

    /** In seconds for each megabyte, so that less is better as in all figures; the rate beside it. */
    private void throughput(Path scratch) throws IOException, InterruptedException {
        byte[] stream = TerminalFigures.stream(STREAM_BYTES);
        Path file = Files.write(scratch.resolve("stream"), stream);
        TerminalFigures.feed(stream, SIZE); // the compiler's warming up
        Timings ours = new Timings();
        Timings tmux = new Timings();
        for (int run = 0; run < 3; run++) {
            ours.add(TerminalFigures.feed(stream, SIZE) / NANOS_PER_SECOND / (stream.length / MEGABYTE));
            tmux.add(tmux(file) / NANOS_PER_SECOND / (stream.length / MEGABYTE));
        }
        figures.add(new Figure(
                "terminal, output taken in, beside tmux",
                1e3 * ours.median(),
                "ms/MB",
                Double.NaN,
                false,
                1e3 * tmux.median()));
        figures.add(Figure.told("terminal, output taken in", 1 / ours.median(), "MB/s"));
    }

    /** Nanoseconds in which tmux takes in a file; a peer that has to be there: apt-get install tmux. */
    private static long tmux(Path file) throws IOException, InterruptedException {
        String socket = "waystation-bench-" + ProcessHandle.current().pid();
        String inside = "cat '" + file + "'; tmux -L " + socket + " wait-for -S done; sleep 1";
        long begin = System.nanoTime();
        run("tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", inside);
        run("tmux", "-L", socket, "wait-for", "done");
        long took = System.nanoTime() - begin;
        run("tmux", "-L", socket, "kill-server");
        return took;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(TMUX_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed; is tmux there?");
        }
    }

    private void latency(Path scratch) throws IOException, InterruptedException {
        try (OpenSshServer ssh = OpenSshServer.start(scratch.resolve("sshd"));
                Workstation workstation = Bench.alone(installation, scratch.resolve("profile-terminal"))) {
            Screen screen = workstation.screen();
            String session = SessionStarter.start(screen, ssh, "bench", false);
            SessionStarter.show(screen, session);
            screen.await(CANVAS, Screen.Seen::focus);
            new Hands().type("stty -echo -icanon; PS1=; clear; exec cat\n");
            screen.settle();
            List<Double> painted = new ArrayList<>();
            for (int i = 0; i < KEYS; i++) {
                // As fast as a good typist: who is faster than the frames of the screen waits for those.
                Awaitility.await().pollDelay(BETWEEN_KEYS).until(() -> true);
                ObjectNode key = Screen.question("key.latency")
                        .put("key", String.valueOf((char) ('a' + i % 26)))
                        .put("until", "changed");
                key.set("watch", CANVAS.question("find"));
                JsonNode took = screen.ask(key);
                if (took.isNull()) {
                    throw new IllegalStateException("A key was never painted:\n" + screen.tree());
                }
                painted.add(took.asDouble());
            }
            List<Double> bare = new ArrayList<>();
            screen.ask(Screen.question("session.echoes").put("id", session).put("times", KEYS))
                    .forEach(each -> bare.add(each.asDouble()));
            figures.add(new Figure(
                    "terminal, key to paint, p50, beside the bare round trip",
                    Bench.percentile(painted, 50),
                    "ms",
                    Double.NaN,
                    false,
                    Bench.percentile(bare, 50)));
            figures.add(new Figure(
                    "terminal, key to paint, p95, beside the bare round trip",
                    Bench.percentile(painted, 95),
                    "ms",
                    Double.NaN,
                    false,
                    Bench.percentile(bare, 95)));
        }
    }
}
