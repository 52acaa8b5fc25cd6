package org.waystation.sessions.ui.internal.terminal;

import java.util.List;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * Shares the keys between program and remote machine. While a terminal has the focus the program's bindings rest, since
 * Ctrl+R or Ctrl+W mean something to a shell; these stay with the program: Alt with a digit or Enter, Ctrl+Tab, Ctrl+F4,
 * and Ctrl+Shift or Ctrl+Alt with a letter other than those of copying, pasting and finding.
 */
public final class ProgramKeys {

    private static final String TERMINALS_OWN = "cvf";

    private final @Nullable KeyBindingDispatcher bindings;

    public ProgramKeys(@Nullable KeyBindingDispatcher bindings) {
        this.bindings = bindings;
    }

    public void keptBy(TerminalView view) {
        if (bindings == null) {
            return;
        }
        KeyBindingDispatcher dispatcher = bindings;
        Control canvas = view.canvas();
        canvas.addListener(SWT.FocusIn, e -> dispatcher.getKeyDownFilter().setEnabled(false));
        canvas.addListener(SWT.FocusOut, e -> dispatcher.getKeyDownFilter().setEnabled(true));
        canvas.addListener(SWT.Dispose, e -> dispatcher.getKeyDownFilter().setEnabled(true));
        view.keepKeys(event -> isPrograms(event) && press(dispatcher, event));
    }

    static boolean isPrograms(Event event) {
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        if (modifiers == SWT.ALT) {
            return event.keyCode >= '0' && event.keyCode <= '9' || event.keyCode == SWT.CR;
        }
        if (modifiers == SWT.CTRL) {
            return event.keyCode == SWT.TAB || event.keyCode == SWT.F4;
        }
        if (modifiers == (SWT.CTRL | SWT.SHIFT)) {
            return event.keyCode == SWT.TAB
                    || Character.isLetter(event.keyCode)
                            && TERMINALS_OWN.indexOf(Character.toLowerCase(event.keyCode)) < 0;
        }
        return modifiers == (SWT.CTRL | SWT.ALT) && Character.isLetter(event.keyCode);
    }

    private static boolean press(KeyBindingDispatcher dispatcher, Event event) {
        KeyStroke stroke =
                SWTKeySupport.convertAcceleratorToKeyStroke(SWTKeySupport.convertEventToUnmodifiedAccelerator(event));
        dispatcher.getKeyDownFilter().setEnabled(true);
        boolean taken = dispatcher.press(List.of(stroke), event);
        if (event.widget instanceof Control control && !control.isDisposed() && control.isFocusControl()) {
            dispatcher.getKeyDownFilter().setEnabled(false);
        }
        return taken;
    }
}
