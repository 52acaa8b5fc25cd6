package org.waystation.shell.widgets;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** A listener that is told of events of every widget of the program, before the widget is. Lives on the UI thread. */
public final class DisplayFilter {

    private final Display display;
    private final Listener listener;
    private final int[] types;

    /** @param types of the events, such as {@code SWT.KeyDown} */
    public DisplayFilter(Display display, Listener listener, int... types) {
        this.display = display;
        this.listener = listener;
        this.types = types.clone();
    }

    public void install() {
        for (int type : types) {
            display.addFilter(type, listener);
        }
    }

    /** Fine where the display is gone already. */
    public void remove() {
        if (!display.isDisposed()) {
            for (int type : types) {
                display.removeFilter(type, listener);
            }
        }
    }
}
