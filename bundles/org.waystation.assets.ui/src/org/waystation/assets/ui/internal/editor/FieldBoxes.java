package org.waystation.assets.ui.internal.editor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.PropertyGrid;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** Boxes for the fields of one asset. What is typed is kept with Enter or when the box is left. */
final class FieldBoxes {

    private static final String PROPERTY = "properties.";

    private final Desk desk;
    private final UUID asset;
    private final Map<String, TextBox> boxes = new LinkedHashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private Map<String, String> properties = Map.of();
    private Predicate<String> allowed = field -> true;

    FieldBoxes(Desk desk, UUID asset) {
        this.desk = desk;
        this.asset = asset;
    }

    /** Adds a box for a field, or for a property where the name begins with "properties.". */
    void add(PropertyGrid grid, String field, String label, String placeholder) {
        TextBox box = grid.row(label, cell -> new TextBox(cell, desk.look(), Tone.PANEL, label, 1))
                .placeholder(placeholder)
                .onSubmit(() -> keep(field));
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(box.control(), "waystation.asset." + field);
        box.control().addListener(SWT.FocusOut, event -> keep(field));
        box.setEnabled(allowed.test(field));
        boxes.put(field, box);
    }

    List<String> fields() {
        return List.copyOf(boxes.keySet());
    }

    /** Which values may be changed. */
    void allow(Predicate<String> change) {
        allowed = change;
        boxes.forEach((field, box) -> box.setEnabled(change.test(field)));
    }

    /** Shows a value, unless somebody is typing another one. */
    void show(String field, String value) {
        TextBox box = boxes.get(field);
        if (box != null && !box.isDisposed()) {
            boolean untouched = box.text().equals(shown.getOrDefault(field, ""));
            shown.put(field, value);
            if (untouched || !box.control().isFocusControl()) {
                box.text(value);
                box.error("");
            }
        }
    }

    void properties(Map<String, String> held) {
        properties = held;
        boxes.keySet().stream()
                .filter(field -> field.startsWith(PROPERTY))
                .forEach(field -> show(field, held.getOrDefault(field.substring(PROPERTY.length()), "")));
    }

    private void keep(String field) {
        TextBox box = boxes.get(field);
        if (box == null || box.isDisposed() || box.text().strip().equals(shown.getOrDefault(field, ""))) {
            return;
        }
        String typed = box.text().strip();
        desk.edits()
                .follow(
                        desk.assets().change(List.of(new AssetChange(asset, value(field, typed)))),
                        undo -> {
                            shown.put(field, typed);
                            if (!box.isDisposed()) {
                                box.error("");
                            }
                        },
                        refused -> say(box, refused));
    }

    private Map<String, @Nullable Object> value(String field, String typed) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        if (field.startsWith(PROPERTY)) {
            Map<String, Object> changed = new LinkedHashMap<>(properties);
            String name = field.substring(PROPERTY.length());
            if (typed.isEmpty()) {
                changed.remove(name);
            } else {
                changed.put(name, typed);
            }
            fields.put("properties", changed);
        } else {
            fields.put(field, typed.isEmpty() ? null : typed);
        }
        return fields;
    }

    private static void say(TextBox box, InvalidEditException refused) {
        if (!box.isDisposed()) {
            box.error(
                    refused.problem().errors().isEmpty()
                            ? refused.problem().sentence()
                            : refused.problem().errors().getFirst().detail());
            box.requestLayout();
        }
    }
}
