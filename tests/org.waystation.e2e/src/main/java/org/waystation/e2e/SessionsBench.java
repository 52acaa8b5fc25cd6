package org.waystation.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;
import org.waystation.testkit.Workstation;

/**
 * Forty SSH sessions in the window at once, each with its terminal: five of them flood, one is killed hard on the other
 * side, and the others go on. How long the UI thread takes to answer meanwhile, and what a session holds.
 */
final class SessionsBench {

    static final int SESSIONS = 40;
    static final int FLOODING = 5;

    private static final Duration FLOOD = Duration.ofSeconds(20);
    private static final double STALL_GOAL_MILLIS = 100;
    private static final double KILOBYTE = 1024;
    private static final Locator CANVAS = Locator.type("Canvas").within("waystation.terminal");
    private static final Locator TERMINAL = Locator.id("waystation.terminal");

    private final Installation installation;

    SessionsBench(Installation installation) {
        this.installation = installation;
    }

    List<Figure> measure(Path scratch) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (OpenSshServer ssh = OpenSshServer.start(scratch.resolve("sshd"));
                Workstation workstation = Bench.alone(installation, scratch.resolve("profile-sessions"))) {
            Screen screen = workstation.screen();
            double heapBefore = heap(screen);
            double residentBefore = Bench.idleMemoryMegabytes(workstation, Duration.ofSeconds(3));
            screen.ask(Screen.question("beat.start"));
            List<String> sessions = open(screen, ssh);
            figures.addAll(beat(screen, "while 40 sessions open"));
            double each = (heap(screen) - heapBefore) / SESSIONS;
            double resident = Bench.idleMemoryMegabytes(workstation, Duration.ofSeconds(3)) - residentBefore;
            flood(screen, sessions);
            String victim = sessions.getLast();
            long shell = Long.parseLong(typedAnswer(screen, victim, "echo pid=$PPID", "pid="));
            screen.ask(Screen.question("beat.start"));
            ssh.kill(shell);
            screen.waitFor("the killed one is told", () -> state(screen, victim).equals("Down"));
            for (String session : sessions.subList(0, FLOODING)) {
                SessionStarter.show(screen, session);
                Awaitility.await().pollDelay(FLOOD.dividedBy(FLOODING)).until(() -> true);
            }
            figures.addAll(beat(screen, "while five flood and one is killed"));
            figures.add(
                    Figure.told("sessions, live after one of 40 was killed", answering(screen, sessions), "sessions"));
            figures.add(Figure.told("sessions, heap for each", each / KILOBYTE, "KB"));
            figures.add(Figure.told("sessions, resident memory for each", resident / SESSIONS, "MB"));
        }
        return figures;
    }

    static List<String> open(Screen screen, OpenSshServer ssh) {
        List<String> sessions = new ArrayList<>();
        for (int i = 1; i <= SESSIONS; i++) {
            String session = SessionStarter.start(screen, ssh, "machine-" + i, false);
            sessions.add(session);
            SessionStarter.show(screen, session);
            screen.await(TERMINAL, seen -> seen.text().contains("$"));
        }
        return sessions;
    }

    static void flood(Screen screen, List<String> sessions) {
        for (String session : sessions.subList(0, FLOODING)) {
            SessionStarter.show(screen, session);
            screen.await(CANVAS, Screen.Seen::focus);
            new Hands().type("yes flood-of-output\n");
            screen.await(TERMINAL, seen -> seen.text().contains("flood-of-output\nflood-of-output"));
        }
    }

    /** Types a command into the terminal of a session and reads what it prints after a mark. */
    static String typedAnswer(Screen screen, String session, String command, String mark) {
        SessionStarter.show(screen, session);
        screen.await(CANVAS, Screen.Seen::focus);
        new Hands().type(command + "\n");
        String text = screen.await(TERMINAL, seen -> seen.text().matches("(?s).*" + mark + "\\d+\\s.*"))
                .text();
        return text.replaceAll("(?s).*" + mark + "(\\d+)\\s.*", "$1");
    }

    static String state(Screen screen, String session) {
        return screen.ask(Screen.question("session.states")).path(session).asText();
    }

    /** How many run a command and give its answer. */
    static int answering(Screen screen, List<String> sessions) {
        int live = 0;
        for (String session : sessions) {
            if (state(screen, session).equals("Live")
                    && screen.ask(Screen.question("session.echoes")
                                            .put("id", session)
                                            .put("times", 1))
                                    .size()
                            == 1) {
                live++;
            }
        }
        return live;
    }

    private static double heap(Screen screen) {
        screen.ask(Screen.question("heap"));
        return screen.ask(Screen.question("heap")).asDouble();
    }

    private static List<Figure> beat(Screen screen, String when) {
        JsonNode beat = screen.ask(Screen.question("beat.stop"));
        return List.of(
                new Figure(
                        "UI thread, longest without an answer, " + when,
                        beat.path("worst").asDouble(),
                        "ms",
                        STALL_GOAL_MILLIS,
                        false,
                        beat.path("machineWorst").asDouble()),
                Figure.told("UI thread, answer p99, " + when, beat.path("p99").asDouble(), "ms"),
                Figure.told(
                        "UI thread, answers over 100 ms, " + when,
                        beat.path("long").asDouble(),
                        "times"));
    }
}
