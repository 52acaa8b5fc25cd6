package org.waystation.shell.internal.search;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.bindings.EBindingService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.jface.bindings.TriggerSequence;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.frame.FrameCommands;
import org.waystation.shell.internal.frame.ToolWindows;

/** The commands that can be executed now, with their keys, and the tool windows; those used last stand first. */
public final class Commands {

    static final String GROUP = "Commands";
    private static final int ORDER = 900;
    private static final int USED_KEPT = 20;

    private final MApplication application;
    private final MWindow window;
    private final ToolWindows toolWindows;
    private final FrameCommands frame;
    private final Deque<String> used = new ArrayDeque<>();

    private record Entry(String id, String name, String detail, String icon, Optional<String> keys, Runnable run) {}

    @Inject
    public Commands(MApplication application, MWindow window, ToolWindows toolWindows, FrameCommands frame) {
        this.application = application;
        this.window = window;
        this.toolWindows = toolWindows;
        this.frame = frame;
    }

    /** Finds among what there is now. To be called on the UI thread; what it returns is for worker threads. */
    SearchProvider provider() {
        List<Entry> entries = new ArrayList<>();
        application.getCommands().stream()
                .filter(command -> !command.getTags().contains(FrameModel.NOT_SEARCHABLE))
                .flatMap(command -> entry(command).stream())
                .forEach(entries::add);
        toolWindows.all().stream().map(this::entry).forEach(entries::add);
        List<String> recent = List.copyOf(used);
        entries.sort(Comparator.<Entry>comparingInt(
                        entry -> recent.contains(entry.id()) ? recent.indexOf(entry.id()) : Integer.MAX_VALUE)
                .thenComparing(Entry::name));
        return new ListedProvider<>(
                GROUP,
                ORDER,
                List.copyOf(entries),
                Entry::name,
                entry -> new SearchHit(
                        entry.id(), entry.name(), entry.detail(), entry.icon(), entry.keys(), entry.run()));
    }

    private Optional<Entry> entry(MCommand command) {
        String id = command.getElementId();
        ParameterizedCommand executable =
                window.getContext().get(ECommandService.class).createCommand(id, Map.of());
        if (executable == null
                || command.getLocalizedCommandName() == null
                || !window.getContext().get(EHandlerService.class).canExecute(executable)) {
            return Optional.empty();
        }
        String detail = Optional.ofNullable(command.getLocalizedDescription()).orElse("");
        TriggerSequence keys = window.getContext().get(EBindingService.class).getBestSequenceFor(executable);
        return Optional.of(new Entry(
                id,
                command.getLocalizedCommandName(),
                detail,
                "keyboard",
                Optional.ofNullable(keys).map(TriggerSequence::format),
                () -> {
                    use(id);
                    frame.execute(id, Map.of());
                }));
    }

    private Entry entry(MPart part) {
        String id = "toolwindow " + part.getElementId();
        return new Entry(
                id,
                String.valueOf(part.getLocalizedLabel()),
                "tool window",
                part.getPersistedState().getOrDefault(FrameModel.ICON, "dot"),
                toolWindows.number(part).map(number -> "Alt+" + number),
                () -> {
                    use(id);
                    frame.activate(part);
                });
    }

    private void use(String id) {
        used.remove(id);
        used.addFirst(id);
        if (used.size() > USED_KEPT) {
            used.removeLast();
        }
    }
}
