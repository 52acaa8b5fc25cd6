package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * From a key, given to the window system as a keyboard gives it, to the first painting that shows what it did. The keyboard
 * focus is where the key goes.
 */
final class KeyLatency {

    private static final int PATIENCE_SECONDS = 30;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int PARENTS = 3;

    private final Finder finder;
    private final TableReader tables = new TableReader();

    KeyLatency(Finder finder) {
        this.finder = finder;
    }

    /**
     * Milliseconds; null where the effect did not come.
     *
     * @param question {@code key}: a character, or a name of SWT's such as END; {@code modifier}: ctrl, alt or
     *     none; {@code watch}: which widget is painted; {@code until}: {@code changed}, {@code filled} where the widget may
     *     come only then, or the text that all rows of the table have to hold
     */
    JsonNode measure(JsonNode question) throws InterruptedException {
        Display display = finder.display();
        if (display == null) {
            throw new DriverException("There is no display");
        }
        CompletableFuture<Long> shown = new CompletableFuture<>();
        boolean comes = question.path("until").asText().equals("filled");
        Runnable end = comes ? new Arrival(display, question, shown) : onUi(display, () -> new Watch(question, shown));
        try {
            // On the UI thread, since GTK takes nothing from others; the key comes back by way of the window system.
            long begin = onUi(display, () -> {
                long now = System.nanoTime();
                post(display, question, SWT.KeyDown);
                post(display, question, SWT.KeyUp);
                return now;
            });
            if (end instanceof Arrival arrival) {
                display.asyncExec(arrival::look);
            }
            double millis = (shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - begin) / NANOS_PER_MILLI;
            return JsonNodeFactory.instance.numberNode(millis);
        } catch (TimeoutException e) {
            return JsonNodeFactory.instance.nullNode();
        } catch (ExecutionException e) {
            throw new DriverException(String.valueOf(e.getCause()));
        } finally {
            display.asyncExec(end);
        }
    }

    private static void post(Display display, JsonNode question, int type) {
        int modifier = modifier(question.path("modifier").asText("none"));
        if (modifier != 0 && type == SWT.KeyDown) {
            post(display, held(modifier, type));
        }
        post(display, key(question.path("key").asText(), type));
        if (modifier != 0 && type == SWT.KeyUp) {
            post(display, held(modifier, type));
        }
    }

    private static int modifier(String name) {
        return switch (name) {
            case "ctrl" -> SWT.CTRL;
            case "alt" -> SWT.ALT;
            default -> 0;
        };
    }

    private static void post(Display display, Event event) {
        if (!display.post(event)) {
            throw new DriverException("The window system did not take a key");
        }
    }

    private static Event held(int modifier, int type) {
        Event event = new Event();
        event.type = type;
        event.keyCode = modifier;
        return event;
    }

    private static Event key(String name, int type) {
        Event event = new Event();
        event.type = type;
        switch (name) {
            case "END" -> event.keyCode = SWT.END;
            case "HOME" -> event.keyCode = SWT.HOME;
            case "PAGE_DOWN" -> event.keyCode = SWT.PAGE_DOWN;
            case "PAGE_UP" -> event.keyCode = SWT.PAGE_UP;
            case "BACKSPACE" -> event.character = SWT.BS;
            default -> event.character = name.charAt(0);
        }
        return event;
    }

    private static <T> T onUi(Display display, java.util.concurrent.Callable<T> work) throws InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DriverException(String.valueOf(e));
        }
    }

    /** Without those that are not loaded yet. */
    private List<String> filledRows(Control table) {
        return tables.rows(table).stream()
                .filter(row -> !row.replace("null", "").replace("|", "").isBlank())
                .toList();
    }

    /** Looks again and again, as long as the UI thread has nothing else to do, whether a table is there with rows. */
    private final class Arrival implements Runnable {

        private final Display display;
        private final JsonNode question;
        private final CompletableFuture<Long> shown;
        private boolean over;

        Arrival(Display display, JsonNode question, CompletableFuture<Long> shown) {
            this.display = display;
            this.question = question;
            this.shown = shown;
        }

        void look() {
            Control control = finder.find(question.path("watch"));
            if (control != null && !filledRows(control).isEmpty()) {
                shown.complete(System.nanoTime());
            } else if (!over) {
                display.timerExec(1, this::look);
            }
        }

        @Override
        public void run() {
            over = true;
        }
    }

    /** Looks after each painting of a widget whether it shows what is waited for. */
    private final class Watch implements Runnable {

        private final Control control;
        private final BooleanSupplier wanted;
        private final Listener listener;

        Watch(JsonNode question, CompletableFuture<Long> shown) {
            Control found = finder.find(question.path("watch"));
            if (found == null) {
                throw new DriverException("Nothing to watch: " + question.path("watch") + "\n" + finder.tree());
            }
            control = found;
            wanted = wanted(question.path("until").asText("changed"));
            listener = event -> {
                long now = System.nanoTime();
                if (!shown.isDone() && wanted.getAsBoolean()) {
                    shown.complete(now);
                }
            };
            control.addListener(SWT.Paint, listener);
        }

        private BooleanSupplier wanted(String until) {
            if (until.equals("changed")) {
                String before = says();
                return () -> !says().equals(before)
                        && (!tables.reads(control) || !filledRows(control).isEmpty());
            }
            String text = until.toLowerCase(Locale.ROOT);
            return () -> {
                List<String> rows = filledRows(control);
                return !rows.isEmpty()
                        && rows.stream()
                                .allMatch(row -> row.toLowerCase(Locale.ROOT).contains(text));
            };
        }

        /** What the widget says; a canvas may leave that to what it is in. */
        private String says() {
            if (tables.reads(control)) {
                return tables.rows(control).toString();
            }
            String text = Texts.of(control);
            Composite parent = control.getParent();
            for (int i = 0; text.isEmpty() && parent != null && i < PARENTS; i++) {
                text = Texts.of(parent);
                parent = parent.getParent();
            }
            return text;
        }

        @Override
        public void run() {
            if (!control.isDisposed()) {
                control.removeListener(SWT.Paint, listener);
            }
        }
    }
}
