package org.waystation.sessions.ui.internal.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Finds text in a terminal and what scrolled off it; the last match first, since that is the newest. */
public final class FindBar extends Panel {

    private static final int LINES_A_LOOK = 400;
    private static final int FOUND_MOST = 10_000;
    private static final long WAIT_MILLIS = 2_000;

    private final TextBox box;
    private final TextLine count;
    private List<Marked> matches = List.of();
    private int at;
    private int generation;
    private @Nullable TerminalView view;
    private Executor background = Runnable::run;
    private Executor ui = Runnable::run;

    public FindBar(Composite parent, Look look) {
        super(parent, look, Tone.PANEL);
        GridLayout layout = new GridLayout(5, false);
        layout.marginHeight = 4;
        layout.marginWidth = 12;
        setLayout(layout);
        GridData row = new GridData(SWT.FILL, SWT.TOP, true, false);
        row.exclude = true;
        setLayoutData(row);
        setVisible(false);
        box = new TextBox(this, look, Tone.PANEL, "Find in the terminal", 1)
                .placeholder("Find")
                .onSubmit(() -> step(-1));
        GridData width = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        width.widthHint = 260;
        box.setLayoutData(width);
        WidgetId.set(box.control(), "waystation.terminal.find");
        box.onChange(this::search);
        count = new TextLine(this, look, TextStyle.SMALL, Tone.DIM);
        count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .text("Earlier")
                .keys("⏎")
                .onPress(() -> step(-1));
        new FlatButton(this, look, FlatButton.Kind.PLAIN).text("Later").onPress(() -> step(1));
        new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .icon("close")
                .name("Close the find bar")
                .onPress(this::close);
        box.control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ESC) {
                close();
            }
        });
    }

    /** @param newUi runs on the UI thread */
    public void searches(TerminalView newView, Executor newBackground, Executor newUi) {
        view = newView;
        background = newBackground;
        ui = newUi;
    }

    public void open() {
        show(true);
        box.selectAll();
        box.setFocus();
        search();
    }

    private void close() {
        show(false);
        if (view != null) {
            view.markFound(null);
            view.setFocus();
        }
    }

    private void show(boolean visible) {
        setVisible(visible);
        ((GridData) getLayoutData()).exclude = !visible;
        getParent().layout();
    }

    private void search() {
        int mine = ++generation;
        String text = box.text().toLowerCase(Locale.ROOT);
        TerminalView searched = view;
        if (searched == null) {
            return;
        }
        if (text.isEmpty()) {
            take(mine, List.of());
            return;
        }
        background.execute(() -> {
            List<Marked> found = find(searched.emulation(), text);
            ui.execute(() -> take(mine, found));
        });
    }

    static List<Marked> find(Emulation emulation, String text) {
        List<Marked> found = new ArrayList<>();
        int[] next = {Integer.MIN_VALUE};
        boolean looked = true;
        while (looked && found.size() < FOUND_MOST && next[0] != Integer.MAX_VALUE) {
            looked = emulation.look(
                    () -> {
                        long base = emulation.display().scrolled();
                        int from = Math.max(next[0], -emulation.historyLines());
                        int to = Math.min(emulation.rows(), from + LINES_A_LOOK);
                        for (int line = from; line < to; line++) {
                            String cells = emulation.row(line).cells().toLowerCase(Locale.ROOT);
                            for (int i = cells.indexOf(text); i >= 0; i = cells.indexOf(text, i + text.length())) {
                                found.add(new Marked(base + line, i, base + line, i + text.length()));
                            }
                        }
                        next[0] = to >= emulation.rows() ? Integer.MAX_VALUE : to;
                    },
                    WAIT_MILLIS);
        }
        return found;
    }

    private void take(int mine, List<Marked> found) {
        if (mine == generation && !isDisposed()) {
            matches = found;
            at = found.size();
            step(-1);
        }
    }

    private void step(int by) {
        if (view == null) {
            return;
        }
        if (matches.isEmpty()) {
            count.text(box.text().isEmpty() ? "" : "Nothing found");
            view.markFound(null);
            return;
        }
        at = Math.floorMod(at + by, matches.size());
        count.text((at + 1) + " of " + matches.size());
        view.reveal(matches.get(at).fromLine());
        view.markFound(matches.get(at));
    }
}
