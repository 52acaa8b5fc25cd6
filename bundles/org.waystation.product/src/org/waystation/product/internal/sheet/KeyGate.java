package org.waystation.product.internal.sheet;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.widgets.DisplayFilter;

/**
 * Keeps the window's commands out of reach while the gate is shut: their keys are hidden from all who listen, all but
 * Ctrl+Q. What is typed reaches its field in any case, since the system's own widgets do not depend on these events.
 */
public final class KeyGate {

    private static final int COMMAND_KEYS = SWT.CTRL | SWT.ALT | SWT.COMMAND;

    private final DisplayFilter filter;
    private final BooleanSupplier shut;

    public KeyGate(Display display, BooleanSupplier shut) {
        this.filter = new DisplayFilter(display, this::handle, SWT.KeyDown, SWT.KeyUp, SWT.Traverse);
        this.shut = shut;
    }

    public void install() {
        filter.install();
    }

    public void remove() {
        filter.remove();
    }

    private void handle(Event event) {
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
