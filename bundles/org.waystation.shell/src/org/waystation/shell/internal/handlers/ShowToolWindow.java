package org.waystation.shell.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.frame.FrameCommands;
import org.waystation.shell.internal.frame.ToolWindows;

/** Shows, activates or hides the tool window of a number. */
public final class ShowToolWindow {

    @Execute
    void execute(
            @Named("org.waystation.shell.toolWindow.number") String number,
            ToolWindows toolWindows,
            FrameCommands frame) {
        toolWindows.numbered(Integer.parseInt(number)).ifPresent(frame::toggle);
    }
}
