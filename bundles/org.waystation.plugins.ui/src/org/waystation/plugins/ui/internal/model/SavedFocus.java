package org.waystation.plugins.ui.internal.model;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * A shell of SWT remembers which control had the focus last, also when that control is gone, and with it whatever the
 * control called. It forgets it for the next one that gets the focus.
 */
final class SavedFocus {

    private final Display display;

    SavedFocus(Display display) {
        this.display = display;
    }

    /** Gives the focus once more to whoever has it; nothing is seen of that. On the UI thread. */
    void renew() {
        Control focus = display.getFocusControl();
        Shell active = display.getActiveShell();
        if (focus != null) {
            focus.forceFocus();
        } else if (active != null) {
            active.forceFocus();
        }
    }
}
