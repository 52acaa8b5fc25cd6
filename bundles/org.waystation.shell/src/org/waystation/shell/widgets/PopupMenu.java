package org.waystation.shell.widgets;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A menu that drops down from a control. Typing narrows it, arrows move, Enter takes, Escape leaves. */
public final class PopupMenu {

    private static final int MOST_VISIBLE = 20;
    private static final int LEAST_WIDTH = 160;

    private final Control owner;
    private final Shell shell;
    private final MenuList list;

    public PopupMenu(Control owner, Look look, List<MenuChoice> items) {
        this.owner = owner;
        shell = new Shell(owner.getShell(), SWT.NO_TRIM);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        shell.setLayout(layout);
        shell.setBackground(look.color(Tone.LINE));
        list = new MenuList(shell, look, items);
        list.addListener(SWT.KeyDown, this::key);
        // Escape and Tab are keys of the list: as a traversal, Escape would close the window under it, and give nobody
        // the
        // focus back.
        list.addListener(SWT.Traverse, e -> e.doit = false);
        list.addListener(SWT.MouseUp, e -> take());
        shell.addListener(SWT.Deactivate, e -> close());
    }

    /** Shows it below its owner, or above or inside where there is no room below. */
    public void open() {
        place();
        shell.open();
        list.setFocus();
    }

    private void place() {
        Rectangle around = owner.getDisplay().map(owner.getParent(), null, owner.getBounds());
        Point size = list.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        Rectangle screen = owner.getMonitor().getClientArea();
        int width = Math.min(Math.max(Math.max(size.x, LEAST_WIDTH), 0), screen.width) + 2;
        int height = Math.min(size.y, MenuList.heightOf(MOST_VISIBLE)) + 2;
        Rectangle window = owner.getShell().getBounds();
        shell.setBounds(MenuPlace.of(around, new Point(width, height), window, screen));
    }

    private void key(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> list.move(1);
            case SWT.ARROW_UP -> list.move(-1);
            case SWT.HOME -> list.toEnd(-1);
            case SWT.END -> list.toEnd(1);
            case SWT.CR, SWT.KEYPAD_CR -> take();
            case SWT.ESC, SWT.TAB -> close();
            case SWT.BS ->
                narrow(
                        list.typed().isEmpty()
                                ? ""
                                : list.typed().substring(0, list.typed().length() - 1));
            default -> type(e.character);
        }
    }

    private void type(char character) {
        if (character >= ' ' && character != SWT.DEL) {
            narrow((list.typed() + character).toLowerCase(Locale.ROOT));
        }
    }

    private void narrow(String typed) {
        list.narrow(typed);
    }

    /** Closes first, so that what is run may open something itself. */
    private void take() {
        list.selected().ifPresent(item -> {
            close();
            item.run().run();
        });
    }

    private void close() {
        if (shell.isDisposed()) {
            return;
        }
        Display display = shell.getDisplay();
        boolean had = display.getActiveShell() == shell;
        shell.dispose();
        if (had && !owner.isDisposed()) {
            // With the menu gone no window of the program counts as active, and a focus alone brings none to the front:
            // over a dialog the keys would go to the window below it.
            owner.getShell().forceActive();
            owner.setFocus();
        }
    }
}
