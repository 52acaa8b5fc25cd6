package org.waystation.product.internal.unlock;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Keeps the window's commands out of reach while the gate is shut: their keys are hidden from all who listen, all but
 * Ctrl+Q. What is typed reaches its field in any case, since the system's own widgets do not depend on these events.
 */
final class KeyGate implements Listener {

    private static final int[] EVENTS = {SWT.KeyDown, SWT.KeyUp, SWT.Traverse};
    private static final int COMMAND_KEYS = SWT.CTRL | SWT.ALT | SWT.COMMAND;

    private final Display display;
    private final BooleanSupplier shut;

    KeyGate(Display display, BooleanSupplier shut) {
        this.display = display;
        this.shut = shut;
    }

    void install() {
        for (int type : EVENTS) {
            display.addFilter(type, this);
        }
    }

    void remove() {
        if (!display.isDisposed()) {
            for (int type : EVENTS) {
                display.removeFilter(type, this);
            }
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (!isQuit(event) && isCommand(event) && shut.getAsBoolean()) {
            event.type = SWT.None;
        }
    }

    private static boolean isQuit(Event event) {
        return event.keyCode == 'q' && (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1;
    }

    /** Shift alone is one too: pressed twice it searches. */
    private static boolean isCommand(Event event) {
        return (event.stateMask & COMMAND_KEYS) != 0
                || event.keyCode == SWT.ESC
                || event.keyCode == SWT.SHIFT
                || event.keyCode >= SWT.F1 && event.keyCode <= SWT.F20;
    }
}
