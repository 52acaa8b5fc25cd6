package org.waystation.shell.widgets;

import org.eclipse.swt.widgets.Control;

/** Lets what is on screen say the time anew, since "42 min left" grows old by itself. */
public final class Pulse {

    private static final int PERIOD = 30_000;

    private Pulse() {}

    /** Runs twice a minute on the UI thread until the control is disposed, and only while it is visible. */
    public static void start(Control owner, Runnable refresh) {
        owner.getDisplay().timerExec(PERIOD, () -> {
            if (!owner.isDisposed()) {
                if (owner.isVisible()) {
                    refresh.run();
                }
                start(owner, refresh);
            }
        });
    }
}
