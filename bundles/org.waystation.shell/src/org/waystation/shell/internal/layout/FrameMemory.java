package org.waystation.shell.internal.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.editors.Editors;
import org.waystation.shell.internal.frame.ToolWindows;

/** Takes the state of the frame from the model and puts it back. */
final class FrameMemory {

    private static final String MAXIMIZED = "maximized";

    private final MWindow window;
    private final ToolWindows toolWindows;
    private final Editors editors;
    /** Tool windows of plug-ins that are not here this time; they find their place when they are back. */
    private final Map<String, Map<String, String>> absent = new LinkedHashMap<>();

    FrameMemory(MWindow window, ToolWindows toolWindows, Editors editors) {
        this.window = window;
        this.toolWindows = toolWindows;
        this.editors = editors;
    }

    FrameState take() {
        Map<String, String> bounds = new TreeMap<>();
        bounds.put("x", Integer.toString(window.getX()));
        bounds.put("y", Integer.toString(window.getY()));
        bounds.put("width", Integer.toString(window.getWidth()));
        bounds.put("height", Integer.toString(window.getHeight()));
        bounds.put(MAXIMIZED, Boolean.toString(window.getTags().contains(IPresentationEngine.WINDOW_MAXIMIZED_TAG)));
        Map<String, Map<String, String>> tools = new LinkedHashMap<>(absent);
        for (MPart part : toolWindows.all()) {
            Map<String, String> state = new TreeMap<>(part.getPersistedState());
            state.put(FrameState.SHOWN, Boolean.toString(ToolWindows.isShown(part)));
            tools.put(part.getElementId(), state);
        }
        List<MPart> open = editors.open();
        List<Map<String, String>> states = new ArrayList<>();
        open.forEach(part -> states.add(new TreeMap<>(part.getPersistedState())));
        return new FrameState(
                bounds, tools, states, editors.visible().map(open::indexOf).orElse(-1));
    }

    void putBack(FrameState state) {
        number(state.window(), "x", -20_000, window::setX);
        number(state.window(), "y", -20_000, window::setY);
        number(state.window(), "width", 400, window::setWidth);
        number(state.window(), "height", 300, window::setHeight);
        if (Boolean.parseBoolean(state.window().get(MAXIMIZED))) {
            window.getTags().add(IPresentationEngine.WINDOW_MAXIMIZED_TAG);
        }
        absent.putAll(state.toolWindows());
        for (MPart part : toolWindows.all()) {
            Map<String, String> own = absent.remove(part.getElementId());
            if (own != null) {
                putBack(part, own);
            }
        }
        List<Optional<MPart>> parts =
                state.editors().stream().map(this::putBackEditor).toList();
        if (state.visibleEditor() >= 0 && state.visibleEditor() < parts.size()) {
            parts.get(state.visibleEditor()).ifPresent(editors::makeVisible);
        }
    }

    private void putBack(MPart part, Map<String, String> own) {
        own.forEach((key, value) -> {
            // Side, icon and order are the plug-in's to say; what it says now counts.
            boolean declared =
                    key.equals(FrameModel.SIDE) || key.equals(FrameModel.ICON) || key.equals(FrameModel.ORDER);
            if (!declared && !key.equals(FrameState.SHOWN)) {
                part.getPersistedState().put(key, value);
            }
        });
        if (Boolean.parseBoolean(own.get(FrameState.SHOWN))) {
            toolWindows.show(part);
        } else {
            toolWindows.hide(part);
        }
    }

    private Optional<MPart> putBackEditor(Map<String, String> state) {
        Optional<RecordRef> record = Editors.reference(
                state.getOrDefault(FrameModel.KIND, ""), state.getOrDefault(FrameModel.RECORD_ID, ""));
        return record.map(ref -> editors.descriptor(ref.kind())
                        .map(descriptor -> editors.add(descriptor, ref))
                        .orElseGet(() -> editors.keepPlace(ref)))
                .map(part -> {
                    part.getPersistedState().putAll(state);
                    return part;
                });
    }

    private static void number(Map<String, String> from, String key, int least, IntConsumer to) {
        String value = from.getOrDefault(key, "");
        if (value.matches("-?\\d{1,5}") && Integer.parseInt(value) >= least) {
            to.accept(Integer.parseInt(value));
        }
    }
}
