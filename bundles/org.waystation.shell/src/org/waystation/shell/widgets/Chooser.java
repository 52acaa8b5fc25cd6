package org.waystation.shell.widgets;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/**
 * A sheet over the window in which one of many is chosen by typing. What is found comes from the background: an answer to
 * what was typed before is left out.
 */
public final class Chooser {

    private static final int WIDTH = 560;
    private static final int ROWS = 12;

    private final Function<String, CompletionStage<List<MenuChoice>>> finder;
    private final Shell shell;
    private final TextBox input;
    private final MenuList list;
    private int asked;

    /**
     * @param title what is chosen, such as "Link an asset or a ticket"
     * @param finder called on the UI thread with what was typed, possibly nothing
     */
    public Chooser(
            Shell owner,
            Look look,
            String title,
            String placeholder,
            Function<String, CompletionStage<List<MenuChoice>>> finder) {
        this.finder = finder;
        shell = new Shell(owner, SWT.NO_TRIM);
        shell.setText(title);
        shell.setBackground(look.color(Tone.LINE));
        GridLayout frame = new GridLayout(1, false);
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, look, Tone.PANEL);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 12;
        column.marginHeight = 12;
        column.verticalSpacing = 8;
        panel.setLayout(column);
        new TextLine(panel, look, TextStyle.BODY_STRONG, Tone.TEXT)
                .text(title)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        input = new TextBox(panel, look, Tone.PANEL, title, 1)
                .placeholder(placeholder)
                .onChange(this::find)
                .onSubmit(this::take);
        input.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        WidgetId.set(input.control(), "waystation.chooser.input");
        list = WidgetId.set(new MenuList(panel, look, List.of()), "waystation.chooser.list");
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.heightHint = MenuList.heightOf(ROWS);
        list.setLayoutData(fill);
        input.control().addVerifyKeyListener(event -> {
            int step = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
            if (step != 0) {
                event.doit = false;
                list.move(step);
            }
        });
        list.addListener(SWT.MouseUp, event -> take());
        shell.addListener(SWT.Traverse, this::escape);
        shell.addListener(SWT.Deactivate, event -> shell.getDisplay().asyncExec(this::close));
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = Math.min(shell.computeSize(width, SWT.DEFAULT).y, around.height * 7 / 10);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
        shell.open();
        input.setFocus();
        find();
    }

    private void find() {
        int mine = ++asked;
        finder.apply(input.text().strip())
                .thenAccept(found -> shell.getDisplay().asyncExec(() -> show(mine, found)));
    }

    private void show(int mine, List<MenuChoice> found) {
        if (!shell.isDisposed() && mine == asked) {
            list.items(found.isEmpty() ? List.of(MenuChoice.heading("Nothing is found for this")) : found);
        }
    }

    /** Closes first, so that what is run may open something itself. */
    private void take() {
        list.selected().filter(item -> !item.heading()).ifPresent(item -> {
            close();
            item.run().run();
        });
    }

    private void escape(Event event) {
        if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            close();
        }
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }
}
