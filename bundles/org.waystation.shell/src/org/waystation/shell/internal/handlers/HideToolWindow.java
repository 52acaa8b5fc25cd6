package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.frame.FrameCommands;

/** Hides the tool window at hand. */
public final class HideToolWindow {

    @Execute
    void execute(FrameCommands frame) {
        frame.hideActive();
    }
}
