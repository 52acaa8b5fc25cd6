package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Lets what is on screen say the time anew, since "42 min left" grows old by itself. */
public final class Pulse {

    private static final int PERIOD = 30_000;

    private Pulse() {}

    /** Runs twice a minute on the UI thread until the control is disposed, and only while it is visible. */
    public static void start(Control owner, Runnable refresh) {
        Display display = owner.getDisplay();
        Runnable beat = new Runnable() {
            @Override
            public void run() {
                if (owner.isVisible()) {
                    refresh.run();
                }
                display.timerExec(PERIOD, this);
            }
        };
        display.timerExec(PERIOD, beat);
        // The display would hold the control, and the plug-in it is of, until the next beat.
        owner.addListener(SWT.Dispose, event -> display.timerExec(-1, beat));
    }
}
