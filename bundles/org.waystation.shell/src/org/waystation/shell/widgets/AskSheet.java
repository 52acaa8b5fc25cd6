package org.waystation.shell.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A sheet over the window that asks for one line of text: Enter takes it, Escape leaves. It stays while it is refused. */
public final class AskSheet {

    private static final int WIDTH = 440;

    private final Shell shell;
    private final TextBox box;
    private final FlatButton take;
    private Consumer<String> submit = text -> {};

    /**
     * @param title what is asked for
     * @param word what the button says
     */
    public AskSheet(Shell owner, Look look, String title, String placeholder, String word) {
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(look.color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, look, Tone.PANEL);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 16;
        grid.marginHeight = 14;
        grid.verticalSpacing = 10;
        panel.setLayout(grid);
        wide(new TextLine(panel, look, TextStyle.TITLE, Tone.TEXT).text(title));
        box = new TextBox(panel, look, Tone.PANEL, title, 1)
                .placeholder(placeholder)
                .onSubmit(this::submit);
        wide(box);
        WidgetId.set(box.control(), "waystation.ask.text");
        box.onChange(() -> box.error(""));
        FlatButton cancel = new FlatButton(panel, look, FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        take = new FlatButton(panel, look, FlatButton.Kind.PRIMARY)
                .text(word)
                .keys("⏎")
                .onPress(this::submit);
        WidgetId.set(take, "waystation.ask.take");
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    private static void wide(org.eclipse.swt.widgets.Control control) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.horizontalSpan = 2;
        control.setLayoutData(data);
    }

    /** What stands in it at first. */
    public AskSheet text(String text) {
        box.text(text);
        box.selectAll();
        return this;
    }

    /** @param listener takes the text, without spaces around it; closes the sheet or says what is wrong */
    public AskSheet onSubmit(Consumer<String> listener) {
        submit = listener;
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
    }

    /** The button that takes it, which rests while the text is being taken. */
    public FlatButton button() {
        return take;
    }

    public void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    /** Says what is wrong with the text. */
    public void error(String sentence) {
        if (!shell.isDisposed()) {
            box.error(sentence);
            shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
            box.setFocus();
        }
    }

    private void submit() {
        submit.accept(box.text().strip());
    }
}
