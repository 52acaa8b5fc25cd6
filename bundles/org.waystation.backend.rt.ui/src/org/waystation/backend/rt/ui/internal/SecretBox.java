package org.waystation.backend.rt.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.WidgetId;

/** A box for a password or token, which is given on as characters and never as a text. */
final class SecretBox extends RoundPanel {

    private static final int RADIUS = 6;

    private final Text field;
    private Runnable submit = () -> {};

    SecretBox(Composite parent, Look look, String name, String id) {
        super(parent, look, Tone.PANEL, RADIUS);
        edge(Tone.LINE, 1);
        setLayout(Rows.grid(1, 4, 0));
        field = new Text(this, SWT.SINGLE | SWT.PASSWORD);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        // GTK draws a frame of its own within ours otherwise.
        field.setData("org.eclipse.swt.internal.gtk.css", "* { border: none; box-shadow: none; outline: none; }");
        dress(look);
        look.onChange(this, () -> dress(look));
        field.addListener(SWT.FocusIn, e -> edge(Tone.ACCENT, 1));
        field.addListener(SWT.FocusOut, e -> edge(Tone.LINE, 1));
        field.addListener(SWT.DefaultSelection, e -> submit.run());
        WidgetId.set(field, id);
        WidgetId.name(field, name);
    }

    private void dress(Look look) {
        field.setBackground(look.color(Tone.PANEL));
        field.setForeground(look.color(Tone.TEXT));
        field.setFont(look.font(TextStyle.BODY));
    }

    SecretBox onSubmit(Runnable listener) {
        submit = listener;
        return this;
    }

    void name(String name) {
        WidgetId.name(field, name);
    }

    char[] secret() {
        return field.getTextChars();
    }

    void wipe() {
        field.setTextChars(new char[0]);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        Point size = super.computeSize(wHint, hHint, changed);
        return new Point(size.x, Math.max(size.y, 32));
    }
}
