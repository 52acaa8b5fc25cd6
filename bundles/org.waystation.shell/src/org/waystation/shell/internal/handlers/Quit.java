package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;

/** Closes the window, and with it the program. */
public final class Quit {

    @Execute
    void execute(MWindow window) {
        if (window.getWidget() instanceof Shell shell) {
            shell.close();
        }
    }
}
