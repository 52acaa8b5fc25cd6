package org.waystation.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** Keys given to the running product, and the milliseconds from each to the painting of what it did. */
final class KeyTimes {

    private final Screen screen;
    private final Locator watched;
    private final List<Double> times = new ArrayList<>();

    KeyTimes(Screen screen, Locator watched) {
        this.screen = screen;
        this.watched = watched;
    }

    /** Until what is watched says something else. */
    KeyTimes press(String key) {
        return press(key, "none", "changed");
    }

    /**
     * @param key a character, or END, HOME, PAGE_DOWN, PAGE_UP, BACKSPACE
     * @param modifier ctrl, alt or none
     * @param until {@code changed}, {@code filled}, or the text that all rows of the table have to hold
     */
    KeyTimes press(String key, String modifier, String until) {
        ObjectNode question = Screen.question("key.latency")
                .put("key", key)
                .put("modifier", modifier)
                .put("until", until);
        question.set("watch", watched.question("find"));
        JsonNode took = screen.ask(question);
        if (took.isNull()) {
            throw new IllegalStateException("“" + key + "” never led to " + until + ":\n" + screen.tree());
        }
        times.add(took.asDouble());
        return this;
    }

    Figure p50(String figure, double goal) {
        return new Figure(figure + ", p50", Bench.percentile(times, 50), "ms", goal, false, Double.NaN);
    }

    Figure p95(String figure, double goal) {
        return new Figure(figure + ", p95", Bench.percentile(times, 95), "ms", goal, false, Double.NaN);
    }
}
