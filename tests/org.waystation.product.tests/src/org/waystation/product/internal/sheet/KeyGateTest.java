package org.waystation.product.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyGateTest {

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private boolean shut = true;
    private final KeyGate gate = new KeyGate(display, () -> shut);
    private final List<Integer> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        gate.install();
        display.addFilter(SWT.KeyDown, e -> heard.add(e.keyCode));
    }

    @AfterEach
    void close() {
        display.dispose();
    }

    @Test
    void commandsAreOutOfReachWhileItIsShut() {
        press('w', SWT.CTRL);
        press('1', SWT.ALT);
        press(SWT.CR, SWT.ALT);
        press(SWT.SHIFT, 0);
        press(SWT.ESC, 0);
        press(SWT.ESC, SWT.SHIFT);
        press(SWT.F5, 0);
        press('q', SWT.MOD1 | SWT.SHIFT);
        assertEquals(List.of(), heard);
    }

    @Test
    void typingAndQuitGoThrough() {
        press('a', 0);
        press('a', SWT.SHIFT);
        press(SWT.TAB, 0);
        press(SWT.CR, 0);
        press('q', SWT.MOD1);
        assertEquals(List.of((int) 'a', (int) 'a', (int) SWT.TAB, (int) SWT.CR, (int) 'q'), heard);
    }

    @Test
    void anOpenGateAndNoGateLetEverythingThrough() {
        shut = false;
        press('w', SWT.CTRL);
        shut = true;
        gate.remove();
        press('w', SWT.CTRL);
        assertEquals(2, heard.size());
    }

    private void press(int key, int modifiers) {
        Event event = new Event();
        event.keyCode = key;
        event.stateMask = modifiers;
        shell.notifyListeners(SWT.KeyDown, event);
    }
}
