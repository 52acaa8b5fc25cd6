package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A sheet over the window: a title, what is asked in one column, and at its foot what can be done. Escape leaves it. */
public final class Sheet {

    private static final int MARGIN = 20;
    private static final int GAP = 8;

    private final Look look;
    private final Shell shell;
    private final Panel body;

    /** @param title what it is for, such as "New asset" */
    public Sheet(Shell owner, Look look, String title) {
        this.look = look;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(look.color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        body = new Panel(shell, look, Tone.PANEL);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = MARGIN;
        column.marginHeight = 16;
        column.verticalSpacing = 12;
        body.setLayout(column);
        across(new TextLine(body, look, TextStyle.TITLE, Tone.TEXT).text(title));
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    /** What stands in it, from top to bottom. */
    public Panel body() {
        return body;
    }

    /** The window that it is. */
    public Shell shell() {
        return shell;
    }

    /** A line of its own for controls beside each other. */
    public Panel row(int columns) {
        Panel row = across(new Panel(body, look, Tone.PANEL));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = GAP;
        row.setLayout(layout);
        return row;
    }

    /** As wide as there is room. */
    public static <C extends Control> C across(C control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return control;
    }

    /** What it ends with: a dim sentence on the left, on the right a button that leaves and the one that does it. */
    public Foot foot() {
        return new Foot(row(3));
    }

    /** The last line of a sheet. */
    public final class Foot {

        private final TextLine hint;
        private final FlatButton action;

        private Foot(Panel row) {
            hint = across(new TextLine(row, look, TextStyle.SMALL, Tone.DIM));
            new FlatButton(row, look, FlatButton.Kind.PLAIN)
                    .text("Cancel")
                    .keys("Esc")
                    .onPress(shell::close);
            action = new FlatButton(row, look, FlatButton.Kind.PRIMARY);
        }

        public TextLine hint() {
            return hint;
        }

        /** The button that does what the sheet is for. */
        public FlatButton action() {
            return action;
        }
    }

    /** Shows it a fifth from the top of its owner, as high as it needs to be. */
    public void open(int wanted) {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(wanted, around.width - 2 * MARGIN);
        int height = shell.computeSize(width, SWT.DEFAULT).y;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
        shell.open();
    }

    /** Shows it over its owner, as large as wanted where there is room. */
    public void open(int wantedWidth, int wantedHeight) {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(wantedWidth, around.width - 2 * MARGIN);
        int height = Math.min(wantedHeight, around.height - 4 * MARGIN);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + (around.height - height) / 3, width, height);
        shell.open();
    }

    /** As high as it needs to be now, such as with a sentence below a box. */
    public void fit() {
        int width = shell.getSize().x;
        shell.setSize(width, shell.computeSize(width, SWT.DEFAULT).y);
        shell.layout(true, true);
    }

    public void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    public boolean isDisposed() {
        return shell.isDisposed();
    }
}
