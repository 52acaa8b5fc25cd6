package org.waystation.sessions.ui.internal.terminal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** Asks before several lines are pasted, since each may be carried out at once. */
public final class PasteSheet {

    private static final int WIDTH = 520;
    private static final int PREVIEW = 600;

    private final Look look;

    public PasteSheet(Look look) {
        this.look = look;
    }

    public void asksFor(TerminalView view) {
        view.onRiskyPaste(pasting -> open(view, pasting));
    }

    private void open(TerminalView view, Pasting pasting) {
        Shell shell = new Shell(view.getShell(), SWT.APPLICATION_MODAL | SWT.NO_TRIM | SWT.BORDER);
        shell.setText("Paste");
        shell.setLayout(new FillLayout());
        Panel panel = new Panel(shell, look, Tone.PANEL);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 20;
        layout.marginHeight = 16;
        layout.verticalSpacing = 12;
        panel.setLayout(layout);
        int lines = pasting.lines();
        new TextLine(panel, look, TextStyle.TITLE, Tone.TEXT)
                .text(lines == 1 ? "Paste a line with its line end?" : "Paste " + lines + " lines?");
        new WrappedText(panel, look, TextStyle.BODY, Tone.DIM)
                .text("The remote machine may carry out each line at once.")
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        new WrappedText(panel, look, TextStyle.CODE, Tone.TEXT)
                .text(pasting.preview(PREVIEW))
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Panel row = new Panel(panel, look, Tone.PANEL);
        row.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, true, false));
        row.setLayout(new GridLayout(2, false));
        FlatButton cancel = new FlatButton(row, look, FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        WidgetId.set(
                new FlatButton(row, look, FlatButton.Kind.PRIMARY).text("Paste").onPress(() -> {
                    shell.close();
                    view.send(pasting);
                    view.setFocus();
                }),
                "waystation.paste.send");
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                shell.close();
                view.setFocus();
            }
        });
        Rectangle around = view.getShell().getBounds();
        Point size = shell.computeSize(WIDTH, SWT.DEFAULT);
        shell.setBounds(around.x + (around.width - WIDTH) / 2, around.y + around.height / 4, WIDTH, size.y);
        shell.open();
        cancel.setFocus();
    }
}
