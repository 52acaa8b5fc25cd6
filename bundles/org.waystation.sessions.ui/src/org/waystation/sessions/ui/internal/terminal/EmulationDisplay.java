package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.TerminalSelection;
import org.jspecify.annotations.Nullable;

/** What the emulator tells about the terminal as a whole; written by the feeding thread, read by any. */
final class EmulationDisplay implements TerminalDisplay {

    private volatile boolean cursorVisible = true;
    private volatile int shape;
    private volatile String title = "";
    private volatile MouseMode mouseMode = MouseMode.MOUSE_REPORTING_NONE;
    private volatile boolean bracketedPaste;
    private volatile Color foreground = new Color(0x1f, 0x23, 0x29);
    private volatile Color background = new Color(0xff, 0xff, 0xff);
    private volatile long scrolled;
    private volatile int bells;

    boolean cursorVisible() {
        return cursorVisible;
    }

    /** DECSCUSR's number: 0 to 2 a block, 3 and 4 an underline, 5 and 6 a bar. */
    int shape() {
        return shape;
    }

    void shape(int newShape) {
        shape = newShape;
    }

    MouseMode mouseMode() {
        return mouseMode;
    }

    boolean bracketedPaste() {
        return bracketedPaste;
    }

    /** How many lines have moved up and off, so that a selection can follow them. */
    long scrolled() {
        return scrolled;
    }

    int bells() {
        return bells;
    }

    /** Colours for a machine that asks whether it is on light or dark. */
    void colors(Color newForeground, Color newBackground) {
        foreground = newForeground;
        background = newBackground;
    }

    @Override
    public void setCursor(int x, int y) {
        // The emulator is asked when it is painted.
    }

    @Override
    public void setCursorShape(@Nullable CursorShape newShape) {
        // Comes aside of the emulator, which takes it for a reason to move the cursor.
    }

    @Override
    public void beep() {
        bells++;
    }

    @Override
    public void scrollArea(int top, int size, int dy) {
        if (top <= 1 && dy < 0) {
            scrolled -= dy;
        }
    }

    @Override
    public void setCursorVisible(boolean visible) {
        cursorVisible = visible;
    }

    @Override
    public void useAlternateScreenBuffer(boolean use) {
        // The buffer knows.
    }

    @Override
    public String getWindowTitle() {
        return title;
    }

    @Override
    public void setWindowTitle(String newTitle) {
        title = newTitle;
    }

    @Override
    public @Nullable TerminalSelection getSelection() {
        return null; // it is the view's
    }

    @Override
    public void terminalMouseModeSet(MouseMode mode) {
        mouseMode = mode;
    }

    @Override
    public void setMouseFormat(MouseFormat format) {
        // The emulator writes the reports.
    }

    @Override
    public boolean ambiguousCharsAreDoubleWidth() {
        return false;
    }

    @Override
    public void setBracketedPasteMode(boolean enabled) {
        bracketedPaste = enabled;
    }

    @Override
    public Color getWindowForeground() {
        return foreground;
    }

    @Override
    public Color getWindowBackground() {
        return background;
    }
}
