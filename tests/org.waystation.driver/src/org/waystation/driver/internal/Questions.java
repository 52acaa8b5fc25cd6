package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.waystation.shell.watch.UiStalls;

/** Answers a test's questions on the UI thread, where widgets may be looked at. */
final class Questions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int UI_ANSWER_SECONDS = 60;

    private final BundleContext context;
    private final Services services;
    private final Finder finder = new Finder();
    private final TableReader tables = new TableReader();
    private final UiBeat beat = new UiBeat();

    Questions(BundleContext context) {
        this.context = context;
        this.services = new Services(context);
    }

    JsonNode answer(JsonNode question) throws InterruptedException {
        String ask = question.path("ask").asText();
        return switch (ask) {
            case "find" -> onUi(() -> found(finder.find(question)));
            case "rows" -> onUi(() -> rows(question));
            case "tree" -> onUi(() -> JSON.textNode(finder.tree()));
            case "layout" -> onUi(this::layout);
            case "shells" -> onUi(this::shells);
            case "resize" -> onUi(() -> resize(question));
            case "picture" -> onUi(() -> picture(question));
            case "fingerprint" -> onUi(() -> JSON.textNode(new Picture().fingerprint(finder.mainShell())));
            case "stalls" -> stalls();
            case "service" ->
                JSON.textNode(services.ask(
                        question.path("name").asText(),
                        question.path("question").asText()));
            case "explain" -> new ServiceExplainer(context).explain(question);
            case "beat.start" -> beat.start(theDisplay());
            case "beat.stop" -> beat.stop();
            case "key.latency" -> new KeyLatency(finder).measure(question);
            case "session.start" -> new SessionQuestions(services).start(question);
            case "session.states" -> new SessionQuestions(services).states();
            case "session.echoes" -> new SessionQuestions(services).echoes(question);
            case "heap" -> heap();
            case "part.show" -> onUi(() -> new ModelQuestions(services).show(question));
            case "record.open" -> onUi(() -> new ModelQuestions(services).open(question));
            case "command.run" -> onUi(() -> new ModelQuestions(services).run(question));
            case "plugin.install" -> new PluginQuestions(context).install(question);
            case "plugin.remove" -> new PluginQuestions(context).remove(question);
            case "plugin.disable" -> new PluginQuestions(context).disable(question);
            case "plugin.enable" -> new PluginQuestions(context).enable(question);
            case "plugin.offered" -> new PluginQuestions(context).offered();
            case "plugin.installOffered" -> new PluginQuestions(context).installOffered(question);
            case "plugin.installed" -> new PluginQuestions(context).installed();
            default -> throw new DriverException("No such question: " + ask);
        };
    }

    private Display theDisplay() {
        Display display = finder.display();
        if (display == null) {
            throw new DriverException("There is no display yet");
        }
        return display;
    }

    /** Bytes in use once what nobody refers to is gone. */
    private static JsonNode heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return JSON.numberNode(runtime.totalMemory() - runtime.freeMemory());
    }

    private JsonNode onUi(Supplier<JsonNode> work) throws InterruptedException {
        Display display = finder.display();
        if (display == null) {
            return JSON.nullNode();
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        try {
            display.asyncExec(() -> {
                try {
                    answer.complete(work.get());
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (NullPointerException e) {
            return JSON.nullNode(); // a display is found by its thread before it is whole; SWT has no other sign of it
        }
        try {
            return answer.get(UI_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DriverException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new DriverException("The UI thread did not answer for " + UI_ANSWER_SECONDS + " s");
        }
    }

    private JsonNode found(@Nullable Control control) {
        if (control == null) {
            return JSON.nullNode();
        }
        Rectangle bounds = inPixels(control);
        ObjectNode node = JSON.objectNode();
        node.put("type", control.getClass().getSimpleName());
        node.put("text", Texts.of(control));
        node.put("name", Texts.accessibleName(control));
        node.put("enabled", control.isEnabled());
        node.put("focus", control.isFocusControl());
        node.put("x", bounds.x).put("y", bounds.y).put("width", bounds.width).put("height", bounds.height);
        return node;
    }

    private static Rectangle inPixels(Control control) {
        Point size = control.getSize();
        Point origin = control.toDisplay(0, 0);
        double scale = Display.getCurrent().getPrimaryMonitor().getZoom() / 100.0;
        return new Rectangle(
                (int) Math.round(origin.x * scale),
                (int) Math.round(origin.y * scale),
                (int) Math.round(size.x * scale),
                (int) Math.round(size.y * scale));
    }

    private JsonNode rows(JsonNode question) {
        Control control = finder.find(question);
        if (control == null) {
            return JSON.nullNode();
        }
        ArrayNode rows = JSON.arrayNode();
        List<String> read = tables.rows(control);
        read.forEach(rows::add);
        return rows;
    }

    private JsonNode layout() {
        ObjectNode all = JSON.objectNode();
        finder.layout()
                .forEach((id, r) ->
                        all.putArray(id).add(r.x).add(r.y).add(r.width).add(r.height));
        return all;
    }

    private JsonNode shells() {
        ArrayNode all = JSON.arrayNode();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                all.add(found(shell));
            }
        }
        return all;
    }

    private JsonNode resize(JsonNode question) {
        Shell shell = finder.mainShell();
        shell.setMaximized(false);
        shell.setBounds(
                0, 0, question.path("width").asInt(), question.path("height").asInt());
        return found(shell);
    }

    private JsonNode picture(JsonNode question) {
        Rectangle inner = new Picture()
                .take(
                        finder.mainShell(),
                        java.nio.file.Path.of(question.path("file").asText()));
        return JSON.arrayNode().add(inner.x).add(inner.y).add(inner.width).add(inner.height);
    }

    /** The UI thread's stalls of half a second and more, as the product's own watchdog saw them, without ours. */
    private JsonNode stalls() {
        ServiceReference<UiStalls> reference = context.getServiceReference(UiStalls.class);
        if (reference == null) {
            throw new DriverException("The watchdog over the UI thread is not running");
        }
        ArrayNode all = JSON.arrayNode();
        try {
            String driver = context.getBundle().getSymbolicName();
            context.getService(reference).stalls().stream()
                    .filter(stall -> !stall.bundle().equals(driver))
                    .forEach(stall -> all.add(stall.describe()));
        } finally {
            context.ungetService(reference);
        }
        return all;
    }
}
