package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonCodes;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonModifierFlags;
import com.techsenger.jeditermfx.core.input.MouseEvent;
import com.techsenger.jeditermfx.core.input.MouseWheelEvent;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.widgets.MenuChoice;

/** The mouse on a terminal: selects, follows links, or goes to the remote machine where that asked for it (Shift keeps it). */
final class Pointing {

    private final TerminalView view;
    private final Emulation emulation;
    private boolean selecting;
    private boolean sent;
    private long anchorLine;
    private int anchorColumn;

    Pointing(TerminalView view, Emulation emulation) {
        this.view = view;
        this.emulation = emulation;
    }

    void listen(Canvas canvas) {
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseDoubleClick, this::word);
    }

    private boolean isForRemote(Event event) {
        return emulation.wantsMouse() && (event.stateMask & SWT.SHIFT) == 0;
    }

    private void down(Event event) {
        view.setFocus();
        Optional<String> link = (event.stateMask & SWT.CTRL) != 0
                ? view.linkAt(view.column(event.x), view.row(event.y))
                : Optional.empty();
        if (link.isPresent()) {
            view.open(link.get());
        } else if (isForRemote(event)) {
            sent = true;
            emulation.terminal().mousePressed(view.column(event.x), view.row(event.y), mouse(event));
        } else if (event.button == 1) {
            selecting = true;
            anchorLine = view.lineAt(view.row(event.y));
            anchorColumn = view.column(event.x);
            view.mark(null);
        } else if (event.button == 2) {
            view.paste();
        } else if (event.button == 3) {
            menu();
        }
    }

    private void menu() {
        view.menu(
                MenuChoice.of("Copy", view::copy).withDetail("Ctrl+Shift+C"),
                MenuChoice.of("Paste", view::paste).withDetail("Ctrl+Shift+V"));
    }

    private void up(Event event) {
        if (sent) {
            sent = false;
            emulation.terminal().mouseReleased(view.column(event.x), view.row(event.y), mouse(event));
        }
        selecting = false;
    }

    private void move(Event event) {
        int column = view.column(event.x);
        int row = view.row(event.y);
        if (selecting) {
            view.mark(new Marked(anchorLine, anchorColumn, view.lineAt(row), column + 1));
        } else if (sent) {
            emulation.terminal().mouseDragged(column, row, mouse(event));
        } else {
            view.hint(view.linkAt(column, row).orElse(null));
            if (isForRemote(event)) {
                emulation.terminal().mouseMoved(column, row, mouse(event));
            }
        }
    }

    private void word(Event event) {
        if (isForRemote(event) || event.button != 1) {
            return;
        }
        int column = view.column(event.x);
        int row = view.row(event.y);
        view.rowAt(row).ifPresent(cells -> {
            int from = column;
            int to = column;
            while (from > 0 && isWord(cells.at(from - 1))) {
                from--;
            }
            while (to < cells.columns() && isWord(cells.at(to))) {
                to++;
            }
            long line = view.lineAt(row);
            selecting = false;
            view.mark(new Marked(line, from, line, to));
        });
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_-./~:@%+=".indexOf(c) >= 0;
    }

    void wheel(Event event) {
        int code = event.count > 0 ? MouseButtonCodes.SCROLLDOWN : MouseButtonCodes.SCROLLUP;
        emulation
                .terminal()
                .mouseWheelMoved(
                        view.column(event.x), view.row(event.y), new MouseWheelEvent(code, flags(event.stateMask)));
    }

    private static MouseEvent mouse(Event event) {
        int button = event.button;
        if (button == 0) {
            button = (event.stateMask & SWT.BUTTON1) != 0 ? 1 : (event.stateMask & SWT.BUTTON2) != 0 ? 2 : 3;
        }
        return new MouseEvent(button - 1, flags(event.stateMask));
    }

    private static int flags(int state) {
        return ((state & SWT.CTRL) != 0 ? MouseButtonModifierFlags.MOUSE_BUTTON_CTRL_FLAG : 0)
                | ((state & SWT.ALT) != 0 ? MouseButtonModifierFlags.MOUSE_BUTTON_META_FLAG : 0);
    }
}
