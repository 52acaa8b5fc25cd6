package org.waystation.shell.internal.editors;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.internal.frame.FrameCommands;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;

/** Keeps the place of an editor whose plug-in is not here; the editor comes back with it. */
public final class AbsentEditor {

    static final String URI = "bundleclass://org.waystation.shell/" + AbsentEditor.class.getName();
    private static final String SHOW_PLUGINS = "org.waystation.plugins.show";

    private final EmptyState state;

    @Inject
    public AbsentEditor(Composite parent, Look look) {
        parent.setLayout(new FillLayout());
        state = new EmptyState(parent, look, Tone.EDITOR);
        state.setData("org.waystation.id", "waystation.editor.absent");
    }

    @PostConstruct
    void show(MPart part, FrameCommands commands) {
        String what = Editors.record(part).map(record -> record.kind().code()).orElse("record");
        state.showEmpty(
                "pause",
                "This " + what + " waits for its plug-in",
                "The plug-in that shows it is not running. The tab stays, and its content comes back with the plug-in;"
                        + " nothing of the record is lost.",
                "Show plug-ins",
                () -> commands.execute(SHOW_PLUGINS, Map.of()));
    }

    @Focus
    void focus() {
        state.setFocus();
    }
}
