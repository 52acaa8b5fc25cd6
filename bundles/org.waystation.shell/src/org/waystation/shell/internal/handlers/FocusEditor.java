package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.frame.FrameCommands;

/** Back to the editor. */
public final class FocusEditor {

    @Execute
    void execute(FrameCommands frame) {
        frame.focusEditor();
    }
}
