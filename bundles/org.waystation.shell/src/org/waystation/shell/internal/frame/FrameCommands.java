package org.waystation.shell.internal.frame;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.frame.FrameModel;

/** What the frame does on click and key: showing, hiding and activating tool windows, executing commands by id. */
public final class FrameCommands {

    public static final String SETTINGS = "org.waystation.shell.settings";
    public static final String SWITCH_THEME = "org.waystation.shell.switchTheme";
    public static final String QUIT = "org.waystation.shell.quit";
    public static final String SEARCH = "org.waystation.shell.search";

    private final MWindow window;
    private final EModelService model;
    private final ToolWindows toolWindows;
    private Optional<MPart> lastActive = Optional.empty();

    @Inject
    public FrameCommands(MWindow window, EModelService model, ToolWindows toolWindows) {
        this.window = window;
        this.model = model;
        this.toolWindows = toolWindows;
    }

    /** Shows and activates a tool window; hides it when it is the active one. */
    public void toggle(MPart part) {
        if (ToolWindows.isShown(part) && parts().getActivePart() == part) {
            hide(part);
        } else {
            activate(part);
        }
    }

    public void activate(MPart part) {
        toolWindows.show(part);
        lastActive = Optional.of(part);
        parts().activate(part, true);
    }

    /** Hides a tool window and gives the focus to the editor. */
    public void hide(MPart part) {
        toolWindows.hide(part);
        focusEditor();
    }

    /** Hides the active tool window, or the one that was active last. */
    public void hideActive() {
        MPart active = parts().getActivePart();
        if (active != null && ToolWindows.isToolWindow(active)) {
            hide(active);
        } else {
            lastActive.filter(ToolWindows::isShown).ifPresent(this::hide);
        }
    }

    /** Gives the focus to the visible editor; without one, to the row of tabs, so that keys still reach the window. */
    public void focusEditor() {
        MElementContainer<?> stack = (MElementContainer<?>) model.find(FrameModel.EDITORS, window);
        MUIElement selected = stack.getSelectedElement();
        if (selected instanceof MPart editor) {
            parts().showPart(editor, PartState.ACTIVATE);
        } else if (window.getWidget() instanceof Shell shell && !shell.isDisposed()) {
            shell.forceFocus();
        }
    }

    public void execute(String command, Map<String, Object> parameters) {
        ParameterizedCommand parameterized =
                window.getContext().get(ECommandService.class).createCommand(command, parameters);
        if (parameterized != null) {
            window.getContext().get(EHandlerService.class).executeHandler(parameterized);
        }
    }

    private EPartService parts() {
        return window.getContext().get(EPartService.class);
    }
}
