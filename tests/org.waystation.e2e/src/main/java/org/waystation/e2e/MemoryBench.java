package org.waystation.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.Workstation;

/**
 * Memory over all tickets: resident when idle, and what a day's work leaves behind. A day is rounds of filtering, opening,
 * searching and closing, as fast as they go.
 */
final class MemoryBench {

    private static final double RESIDENT_MB = 400;
    private static final double MEGABYTE = 1024 * 1024;
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final List<String> WORDS = List.of("backup", "printer", "outlook", "vpn", "office", "disk");
    private static final String CLOSE_ALL = "org.waystation.shell.closeAllEditors";
    /** Until caches of a fixed size are full. */
    private static final int WARM_ROUNDS = 6;

    private final String sample;
    private final int rounds;

    /** @param rounds of work, each some two dozen keys and six opened tickets */
    MemoryBench(String sample, int rounds) {
        this.sample = sample;
        this.rounds = rounds;
    }

    List<Figure> measure(Workstation workstation) {
        Screen screen = workstation.screen();
        new QueueBot(screen).awaitFilled();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "resident memory, idle after the start, " + sample,
                Bench.idleMemoryMegabytes(workstation, SETTLE),
                "MB",
                RESIDENT_MB,
                false,
                Double.NaN));
        for (int i = 0; i < WARM_ROUNDS; i++) {
            work(screen);
        }
        double before = heap(screen);
        for (int i = 0; i < rounds; i++) {
            work(screen);
        }
        figures.add(new Figure(
                "heap after " + rounds + " rounds of work, beside that before them, " + sample,
                heap(screen),
                "MB",
                1.1,
                true,
                before));
        figures.add(new Figure(
                "resident memory, idle after work, " + sample,
                Bench.idleMemoryMegabytes(workstation, SETTLE),
                "MB",
                RESIDENT_MB,
                false,
                Double.NaN));
        return figures;
    }

    private static void work(Screen screen) {
        Hands hands = new Hands();
        for (String word : WORDS) {
            QueueBot queue = new QueueBot(screen);
            queue.filter(word);
            // The word may stand in a tag or a note of some rows.
            screen.waitFor(
                    "rows for " + word,
                    () -> queue.rows().stream()
                            .anyMatch(row -> row.toLowerCase(Locale.ROOT).contains(word)));
            screen.settle();
            queue.openFirst();
        }
        hands.press("shift");
        hands.press("shift");
        screen.await(Locator.id("waystation.search.input"));
        hands.type("backup");
        screen.await(Locator.id("waystation.search.results"));
        hands.press("Escape");
        screen.waitFor("one window", () -> screen.windows() == 1);
        screen.ask(Screen.question("command.run").put("id", CLOSE_ALL));
        screen.settle();
    }

    private static double heap(Screen screen) {
        screen.ask(Screen.question("heap"));
        return screen.ask(Screen.question("heap")).asDouble() / MEGABYTE;
    }
}
