package org.waystation.e2e;

import java.util.ArrayList;
import java.util.List;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.Workstation;

/** Typing in the window, over all tickets: the letter in the field, and what Search Everywhere finds. */
final class TypeBench {

    private static final Locator FILTER = Locator.id("waystation.tickets.filter");
    private static final Locator INPUT = Locator.id("waystation.search.input");
    private static final Locator RESULTS = Locator.id("waystation.search.results");
    private static final double LETTER_MILLIS = 50;
    private static final List<String> WORDS = List.of("backup", "printer", "outlook", "slow", "48213", "office");

    private final String sample;

    TypeBench(String sample) {
        this.sample = sample;
    }

    List<Figure> measure(Workstation workstation) {
        Screen screen = workstation.screen();
        Hands hands = new Hands();
        List<Figure> figures = new ArrayList<>();
        KeyTimes letters = new KeyTimes(screen, FILTER);
        for (String word : WORDS) {
            new QueueBot(screen).awaitFilled().filter("");
            screen.settle();
            word.chars().forEach(c -> letters.press(Character.toString(c)));
        }
        figures.add(letters.p50("typing, letter in the filter, " + sample, LETTER_MILLIS));
        figures.add(letters.p95("typing, letter in the filter, " + sample, LETTER_MILLIS));

        KeyTimes found = new KeyTimes(screen, RESULTS);
        for (String word : WORDS) {
            hands.press("shift");
            hands.press("shift");
            screen.await(INPUT);
            hands.type(word.substring(0, 1));
            screen.await(RESULTS, seen -> !seen.text().isBlank());
            screen.settle();
            for (int i = 1; i < word.length(); i++) {
                found.press(word.substring(i, i + 1));
            }
            hands.press("Escape");
            screen.waitFor("one window", () -> screen.windows() == 1);
        }
        figures.add(found.p50("typing, results of Search Everywhere, " + sample, Double.NaN));
        figures.add(found.p95("typing, results of Search Everywhere, " + sample, Double.NaN));
        return figures;
    }
}
