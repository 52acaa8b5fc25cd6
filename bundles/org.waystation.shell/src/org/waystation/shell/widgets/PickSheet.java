package org.waystation.shell.widgets;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/**
 * A sheet over the window to pick one of many by typing: arrows move, Enter takes, Escape leaves. What is searched for
 * may come late; answers to an older text are dropped.
 *
 * @param <T> what is picked
 */
public final class PickSheet<T> {

    private static final int WIDTH = 560;

    /** Milliseconds after a key in which more keys may follow. */
    private static final int TYPING_PAUSE = 80;

    private final Shell shell;
    private final Executor ui;
    private final Function<String, CompletionStage<List<T>>> search;
    private final TextBox box;
    private final PickList<T> list;
    private final Runnable ask = this::ask;
    private Consumer<T> picked = one -> {};
    private int asked;

    /**
     * One line of it.
     *
     * @param icon name of an icon of the look; empty for none
     * @param title what it is
     * @param detail dim, at the end
     */
    public record Line(String icon, String title, String detail) {}

    /**
     * @param title what is picked for what, such as "Link an asset"
     * @param ui runs on the UI thread
     * @param search finds what matches a text, best first; everything (or the likeliest) for an empty one
     */
    public PickSheet(
            Shell owner,
            Look look,
            Executor ui,
            String title,
            String placeholder,
            Function<String, CompletionStage<List<T>>> search,
            Function<T, Line> line) {
        this.ui = ui;
        this.search = search;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(look.color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, look, Tone.PANEL);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 16;
        column.marginHeight = 14;
        column.verticalSpacing = 10;
        panel.setLayout(column);
        new TextLine(panel, look, TextStyle.TITLE, Tone.TEXT).text(title);
        box = new TextBox(panel, look, Tone.PANEL, title, 1).placeholder(placeholder);
        box.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        WidgetId.set(box.control(), "waystation.pick.text");
        list = new PickList<>(panel, look, line, this::take);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        WidgetId.set(list, "waystation.pick.list");
        new TextLine(panel, look, TextStyle.SMALL, Tone.DIM).text("↑ ↓ to move, Enter to take, Escape to leave");
        box.onChange(() -> shell.getDisplay().timerExec(TYPING_PAUSE, ask));
        box.control().addVerifyKeyListener(event -> event.doit = !key(event.keyCode));
        shell.addListener(SWT.Traverse, this::leave);
        shell.addListener(SWT.Dispose, event -> shell.getDisplay().timerExec(-1, ask));
    }

    /** Called with what was taken, after the sheet has gone. */
    public PickSheet<T> onPick(Consumer<T> listener) {
        picked = listener;
        return this;
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = shell.computeSize(width, SWT.DEFAULT).y;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
        shell.open();
        box.setFocus();
        ask();
    }

    private void leave(Event event) {
        if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            shell.close();
        }
    }

    private boolean key(int code) {
        switch (code) {
            case SWT.ARROW_DOWN -> list.move(1);
            case SWT.ARROW_UP -> list.move(-1);
            case SWT.PAGE_DOWN -> list.move(PickList.VISIBLE);
            case SWT.PAGE_UP -> list.move(-PickList.VISIBLE);
            case SWT.CR, SWT.KEYPAD_CR -> list.selected().ifPresent(this::take);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ask() {
        if (shell.isDisposed()) {
            return;
        }
        int mine = ++asked;
        list.searching();
        search.apply(box.text().strip())
                .whenComplete((found, failure) -> ui.execute(() -> {
                    if (!shell.isDisposed() && mine == asked) {
                        if (failure == null) {
                            list.show(found);
                        } else {
                            list.fail("This cannot be searched just now.");
                        }
                    }
                }));
    }

    private void take(T one) {
        shell.close();
        picked.accept(one);
    }
}
