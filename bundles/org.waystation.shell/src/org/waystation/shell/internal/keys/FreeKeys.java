package org.waystation.shell.internal.keys;

import java.util.function.Predicate;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Gives the control with the focus those keys whose command cannot be executed now: Ctrl+B books time at a ticket and makes
 * letters bold where somebody writes an article. The platform takes a key away as soon as there is a handler for
 * its command, whether or not the handler wants it.
 */
final class FreeKeys {

    private final Display display;
    private final KeyBindingDispatcher dispatcher;
    private final Predicate<Event> idle;
    private final Listener before = this::before;
    private final Listener after = event -> open();
    private boolean closed;

    /** @param idle whether the key leads to a command that cannot be executed now */
    FreeKeys(Display display, KeyBindingDispatcher dispatcher, Predicate<Event> idle) {
        this.display = display;
        this.dispatcher = dispatcher;
        this.idle = idle;
    }

    /** Filters run in the order in which they were added, so that of the platform is put between. */
    void install() {
        Listener platform = dispatcher.getKeyDownFilter();
        for (int type : new int[] {SWT.KeyDown, SWT.Traverse}) {
            display.removeFilter(type, platform);
            display.addFilter(type, before);
            display.addFilter(type, platform);
            display.addFilter(type, after);
        }
    }

    void remove() {
        if (!display.isDisposed()) {
            for (int type : new int[] {SWT.KeyDown, SWT.Traverse}) {
                display.removeFilter(type, before);
                display.removeFilter(type, after);
            }
            open();
        }
    }

    /** A filter that rests already, as while a terminal has the focus, is left alone. */
    private void before(Event event) {
        if (event.keyCode != 0 && dispatcher.getKeyDownFilter().isEnabled() && idle.test(event)) {
            dispatcher.getKeyDownFilter().setEnabled(false);
            closed = true;
        }
    }

    private void open() {
        if (closed) {
            closed = false;
            dispatcher.getKeyDownFilter().setEnabled(true);
        }
    }
}
