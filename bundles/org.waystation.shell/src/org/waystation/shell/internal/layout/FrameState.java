package org.waystation.shell.internal.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waystation.shell.internal.files.FlatText;

/**
 * What is kept of the window between two runs: bounds, tool windows, open editors. Not kept is the platform's whole
 * model, since commands, handlers and parts of the last version would come back with it.
 *
 * @param window keys such as {@code x}, {@code width} and {@code maximized}
 * @param toolWindows by element id: persisted state, and whether it is shown under {@link #SHOWN}
 * @param editors persisted state of each, in the order of their tabs
 * @param visibleEditor index of the one that is shown, -1 for none
 */
record FrameState(
        Map<String, String> window,
        Map<String, Map<String, String>> toolWindows,
        List<Map<String, String>> editors,
        int visibleEditor) {

    static final String SHOWN = "shown?";
    private static final String FORMAT = "1";
    private static final String FORMAT_KEY = "format";

    String text() {
        Map<String, String> flat = new TreeMap<>();
        flat.put(FORMAT_KEY, FORMAT);
        flat.put("visible", Integer.toString(visibleEditor));
        window.forEach((key, value) -> flat.put("window/" + key, value));
        toolWindows.forEach((id, state) -> state.forEach((key, value) -> flat.put("tool/" + id + "/" + key, value)));
        for (int i = 0; i < editors.size(); i++) {
            String prefix = String.format("editor/%04d/", i);
            editors.get(i).forEach((key, value) -> flat.put(prefix + key, value));
        }
        return FlatText.format(flat);
    }

    /** What the text says; empty when it is from a version that kept something else. */
    static Optional<FrameState> parse(String text) {
        SortedMap<String, String> flat = FlatText.parse(text);
        if (!FORMAT.equals(flat.get(FORMAT_KEY))) {
            return Optional.empty();
        }
        Map<String, String> window = new TreeMap<>();
        Map<String, Map<String, String>> tools = new LinkedHashMap<>();
        Map<String, Map<String, String>> editors = new TreeMap<>();
        flat.forEach((key, value) -> {
            String[] path = key.split("/", 3);
            switch (path[0]) {
                case "window" -> window.put(path[1], value);
                case "tool" -> put(tools, path, value);
                case "editor" -> put(editors, path, value);
                default -> {} // format and visible
            }
        });
        String visible = flat.getOrDefault("visible", "-1");
        return Optional.of(new FrameState(
                window,
                tools,
                List.copyOf(editors.values()),
                visible.matches("\\d{1,6}") ? Integer.parseInt(visible) : -1));
    }

    private static void put(Map<String, Map<String, String>> into, String[] path, String value) {
        if (path.length == 3) {
            into.computeIfAbsent(path[1], id -> new TreeMap<>()).put(path[2], value);
        }
    }
}
