package org.waystation.shell.internal.search;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.widgets.DisplayFilter;

/** Feeds every key and click of the program to the recogniser of Shift pressed twice; takes none of them away. */
final class DoubleShiftFilter {

    private final Display display;
    private final DisplayFilter filter;
    private final Runnable action;
    private final DoubleShift gesture = new DoubleShift();

    DoubleShiftFilter(Display display, Runnable action) {
        this.display = display;
        this.action = action;
        this.filter = new DisplayFilter(display, this::handle, SWT.KeyDown, SWT.KeyUp, SWT.MouseDown, SWT.MouseWheel);
    }

    void install() {
        filter.install();
    }

    void remove() {
        filter.remove();
    }

    private void handle(Event event) {
        boolean alone = event.keyCode == SWT.SHIFT && (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0;
        // Event times wrap around; only differences count, and those are short.
        long millis = event.time & 0xFFFFFFFFL;
        if (event.type == SWT.KeyDown && alone) {
            gesture.shiftDown(millis);
        } else if (event.type == SWT.KeyUp && alone) {
            if (gesture.shiftUp(millis)) {
                display.asyncExec(action);
            }
        } else if (event.type != SWT.KeyUp || event.keyCode == SWT.TAB) {
            // A Tab that moves the focus does not go down as a key, it only comes up.
            gesture.interrupted();
        }
    }
}
