package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** Finds visible widgets by their id, by the model element they show, by what they say or by their class. */
final class Finder {

    /** Where our widgets keep their id. */
    private static final String WIDGET_ID = "org.waystation.id";

    /** Where the workbench's renderers keep the element a widget shows. */
    private static final String MODEL_ELEMENT = "modelElement";

    @Nullable
    Display display() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            Display display = Display.findDisplay(thread);
            if (display != null && !display.isDisposed()) {
                return display;
            }
        }
        return null;
    }

    Shell mainShell() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.getParent() == null && shell.isVisible()) {
                return shell;
            }
        }
        throw new DriverException("No window is open");
    }

    /** The first visible control that has everything the question names: id, text, name, type, nth, within. */
    @Nullable
    Control find(JsonNode question) {
        List<Control> hits = new ArrayList<>();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                collect(shell, question, question.path("within").isMissingNode(), hits);
            }
        }
        int nth = question.path("nth").asInt(0);
        return nth < hits.size() ? hits.get(nth) : null;
    }

    private void collect(Control control, JsonNode question, boolean inside, List<Control> hits) {
        boolean within = inside || question.path("within").asText().equals(id(control));
        if (within && control.isVisible() && matches(control, question)) {
            hits.add(control);
        }
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                collect(child, question, within, hits);
            }
        }
    }

    private boolean matches(Control control, JsonNode question) {
        return same(question, "id", id(control))
                && same(question, "text", Texts.of(control))
                && same(question, "name", Texts.accessibleName(control))
                && same(question, "type", control.getClass().getSimpleName())
                && (!question.has("contains")
                        || Texts.of(control).contains(question.path("contains").asText()));
    }

    private static boolean same(JsonNode question, String key, String value) {
        return !question.has(key) || question.path(key).asText().equals(value);
    }

    private static String id(Control control) {
        Object id = control.getData(WIDGET_ID);
        if (id == null && control.getData(MODEL_ELEMENT) instanceof MUIElement element) {
            id = element.getElementId();
        }
        return id == null ? "" : id.toString();
    }

    /** Every visible widget, indented, for the message of a test that found nothing. */
    String tree() {
        StringBuilder text = new StringBuilder();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                describe(shell, 0, text);
            }
        }
        return text.toString();
    }

    /** Each visible widget with an id, the first of each id, with its place in points from the main window's corner. */
    Map<String, Rectangle> layout() {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        Shell main = mainShell();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                place(shell, main, places);
            }
        }
        return places;
    }

    private void place(Control control, Shell main, Map<String, Rectangle> places) {
        if (!control.isVisible()) {
            return;
        }
        String id = id(control);
        if (!id.isEmpty()) {
            Point size = control.getSize();
            Point origin = Display.getCurrent().map(control, main, 0, 0);
            places.putIfAbsent(id, new Rectangle(origin.x, origin.y, size.x, size.y));
        }
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                place(child, main, places);
            }
        }
    }

    private void describe(Control control, int depth, StringBuilder text) {
        if (!control.isVisible()) {
            return;
        }
        String says = Texts.of(control).replace('\n', ' ');
        text.append("  ".repeat(depth))
                .append(control.getClass().getSimpleName())
                .append(" #")
                .append(id(control))
                .append(" '")
                .append(says, 0, Math.min(60, says.length()))
                .append("' ~")
                .append(Texts.accessibleName(control))
                .append(' ')
                .append(control.getBounds())
                .append('\n');
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                describe(child, depth + 1, text);
            }
        }
    }
}
