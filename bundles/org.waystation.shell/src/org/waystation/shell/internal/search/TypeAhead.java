package org.waystation.shell.internal.search;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.widgets.DisplayFilter;

/**
 * Keeps what is typed for a sheet before the window manager has given it the keyboard: those keys still go to the window
 * below, where nobody meant them. Ends with the sheet.
 */
final class TypeAhead {

    private static final int COMMAND_KEYS = SWT.CTRL | SWT.ALT | SWT.COMMAND;

    private final Shell sheet;
    private final Consumer<String> typed;

    private TypeAhead(Shell sheet, Consumer<String> typed) {
        this.sheet = sheet;
        this.typed = typed;
    }

    /** @param typed takes each character that was meant for the sheet and came to another window */
    static void of(Shell sheet, Consumer<String> typed) {
        TypeAhead ahead = new TypeAhead(sheet, typed);
        DisplayFilter filter = new DisplayFilter(sheet.getDisplay(), ahead::key, SWT.KeyDown);
        filter.install();
        sheet.addListener(SWT.Dispose, event -> filter.remove());
    }

    private void key(Event event) {
        boolean elsewhere = event.widget instanceof Control control && control.getShell() != sheet;
        boolean text = event.character >= ' ' && event.character != SWT.DEL && (event.stateMask & COMMAND_KEYS) == 0;
        if (elsewhere && text) {
            event.doit = false;
            event.type = SWT.None;
            typed.accept(String.valueOf(event.character));
        }
    }
}
