package org.waystation.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What is on the screen of a running workstation. Waiting is always for a condition, with a generous limit. */
public final class Screen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The part of a widget's id that differs from one set of sample data to the next. */
    private static final Pattern RECORD_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DriverServer.Connection connection;

    Screen(DriverServer.Connection connection) {
        this.connection = connection;
    }

    /** One widget as it was when it was looked at; places are pixels of the screen. */
    public record Seen(
            String type,
            String text,
            String name,
            boolean enabled,
            boolean focus,
            int x,
            int y,
            int width,
            int height) {}

    public Optional<Seen> find(Locator locator) {
        JsonNode node = ask(locator.question("find"));
        return node.isNull()
                ? Optional.empty()
                : Optional.of(new Seen(
                        node.path("type").asText(),
                        node.path("text").asText(),
                        node.path("name").asText(),
                        node.path("enabled").asBoolean(),
                        node.path("focus").asBoolean(),
                        node.path("x").asInt(),
                        node.path("y").asInt(),
                        node.path("width").asInt(),
                        node.path("height").asInt()));
    }

    public Seen await(Locator locator) {
        return await(locator, seen -> true);
    }

    /** Waits until the widget is there and is as wanted. */
    public Seen await(Locator locator, Predicate<Seen> wanted) {
        AtomicReference<Seen> found = new AtomicReference<>();
        waitFor(locator.toString(), () -> {
            found.set(find(locator).filter(wanted).orElse(null));
            return found.get() != null;
        });
        return found.get();
    }

    public void awaitGone(Locator locator) {
        waitFor("gone: " + locator, () -> find(locator).isEmpty());
    }

    /** The texts of a table's rows. */
    public List<String> rows(Locator table) {
        List<String> rows = new ArrayList<>();
        JsonNode node = ask(table.question("rows"));
        node.forEach(row -> rows.add(row.asText()));
        return rows;
    }

    public void waitFor(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(40))
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not seen: " + what + "\nOn screen:\n" + tree(), e);
        }
    }

    public String tree() {
        return ask(question("tree")).asText();
    }

    /** The UI thread's stalls so far, as the product's own watchdog saw them. */
    public List<String> stalls() {
        List<String> stalls = new ArrayList<>();
        ask(question("stalls")).forEach(stall -> stalls.add(stall.asText()));
        return stalls;
    }

    /**
     * Where the visible widgets with an id are, in points from the window's corner; a record's id within a widget's is
     * {@code *}. Without balloons, which come and go by themselves.
     */
    public Map<String, Rectangle> layout() {
        Map<String, Rectangle> places = new TreeMap<>();
        ask(question("layout"))
                .properties()
                .forEach(entry -> places.put(
                        RECORD_ID.matcher(entry.getKey()).replaceAll("*"),
                        new Rectangle(
                                entry.getValue().path(0).asInt(),
                                entry.getValue().path(1).asInt(),
                                entry.getValue().path(2).asInt(),
                                entry.getValue().path(3).asInt())));
        places.keySet().removeIf(id -> id.startsWith("waystation.balloon"));
        return places;
    }

    /** How many windows, sheets and dialogs are open. */
    public int windows() {
        return ask(question("shells")).size();
    }

    /** Returns when the UI thread has nothing left to do and two pictures in a row are alike. */
    public void settle() {
        String[] last = {""};
        waitFor("a calm screen", () -> {
            String now = ask(question("fingerprint")).asText();
            boolean same = now.equals(last[0]);
            last[0] = now;
            return same;
        });
    }

    public void resize(int width, int height) {
        ask(question("resize").put("width", width).put("height", height));
    }

    /**
     * Takes a picture of the window with its frame.
     *
     * @return where in it, in pixels, the window lies without the frame
     */
    public Rectangle picture(Path file) {
        JsonNode inner =
                ask(question("picture").put("file", file.toAbsolutePath().toString()));
        return new Rectangle(
                inner.path(0).asInt(),
                inner.path(1).asInt(),
                inner.path(2).asInt(),
                inner.path(3).asInt());
    }

    public JsonNode ask(ObjectNode question) {
        try {
            JsonNode reply = connection.ask(question);
            if (reply.has("error")) {
                throw new IllegalStateException(reply.path("error").asText());
            }
            return reply.path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode question(String ask) {
        return JsonNodeFactory.instance.objectNode().put("ask", ask);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
