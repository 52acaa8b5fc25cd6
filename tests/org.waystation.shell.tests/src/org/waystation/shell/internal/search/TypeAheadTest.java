package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypeAheadTest {

    private final StringBuilder ahead = new StringBuilder();
    private Shell window;
    private Text below;
    private Shell sheet;

    @BeforeEach
    void open() {
        window = new Shell(Display.getDefault());
        below = new Text(window, SWT.SINGLE);
        sheet = new Shell(window, SWT.NO_TRIM);
        TypeAhead.of(sheet, ahead::append);
    }

    @AfterEach
    void close() {
        window.dispose();
    }

    @Test
    void whatComesToTheWindowBelowIsForTheSheet() {
        key(below, 'b', 0);
        key(below, 'ä', SWT.SHIFT);
        assertEquals("bä", ahead.toString());
    }

    @Test
    void commandsAndWhatTheSheetGetsItselfAreLeftAlone() {
        key(below, 'k', SWT.CTRL);
        key(below, SWT.ESC, 0);
        key(new Text(sheet, SWT.SINGLE), 'x', 0);
        assertEquals("", ahead.toString());
    }

    @Test
    void itEndsWithTheSheet() {
        sheet.dispose();
        key(below, 'b', 0);
        assertEquals("", ahead.toString());
    }

    private static void key(Text target, char character, int mask) {
        Event event = new Event();
        event.character = character;
        event.keyCode = character;
        event.stateMask = mask;
        target.notifyListeners(SWT.KeyDown, event);
    }
}
