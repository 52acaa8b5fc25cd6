package org.waystation.product.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Dialogs, sheets and menus beside the main window: out of sight while it is covered, and as they were after that. */
final class OtherWindows {

    private final Display display;
    private final Shell window;
    private final List<Shell> hidden = new ArrayList<>();
    private final Listener hideLater = event -> {
        if (event.widget instanceof Shell shell && shell != window()) {
            display().asyncExec(() -> hide(shell));
        }
    };

    OtherWindows(Shell window) {
        this.display = window.getDisplay();
        this.window = window;
    }

    void hide() {
        for (Shell shell : display.getShells()) {
            if (shell != window) {
                hide(shell);
            }
        }
        display.addFilter(SWT.Show, hideLater);
    }

    void restore() {
        display.removeFilter(SWT.Show, hideLater);
        hidden.stream().filter(shell -> !shell.isDisposed()).forEach(shell -> shell.setVisible(true));
        hidden.clear();
    }

    /** Takes over what another has hidden. */
    void inherit(OtherWindows gone) {
        display.removeFilter(SWT.Show, gone.hideLater);
        hidden.addAll(gone.hidden);
        gone.hidden.clear();
    }

    private void hide(Shell shell) {
        if (!shell.isDisposed() && shell.isVisible()) {
            hidden.add(shell);
            shell.setVisible(false);
        }
    }

    private Display display() {
        return display;
    }

    private Shell window() {
        return window;
    }
}
