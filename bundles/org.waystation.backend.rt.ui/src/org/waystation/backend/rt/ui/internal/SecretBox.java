package org.waystation.backend.rt.ui.internal;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** A box for a password or token, which is given on as characters and never as a text. */
final class SecretBox extends Panel {

    private static final int RADIUS = 6;
    private static final int HEIGHT = 32;

    private final RoundPanel frame;
    private final Text field;
    private final WrappedText error;
    private Runnable submit = () -> {};
    private Runnable change = () -> {};
    private boolean focused;

    SecretBox(Composite parent, Look look, String name, String id) {
        super(parent, look, Rows.ground(parent));
        setLayout(Rows.grid(1, 0, 4));
        frame = new RoundPanel(this, look, Rows.inside(tone()), RADIUS) {
            @Override
            public Point computeSize(int wHint, int hHint, boolean changed) {
                Point size = super.computeSize(wHint, hHint, changed);
                return new Point(size.x, Math.max(size.y, HEIGHT));
            }
        };
        frame.edge(Tone.LINE, 1);
        frame.setLayout(Rows.grid(1, 4, 0));
        frame.setLayoutData(Rows.across());
        field = new Text(frame, SWT.SINGLE | SWT.PASSWORD);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        // GTK draws a frame of its own within ours otherwise.
        field.setData("org.eclipse.swt.internal.gtk.css", "* { border: none; box-shadow: none; outline: none; }");
        dress(look);
        look.onChange(this, () -> dress(look));
        field.addListener(SWT.FocusIn, e -> focused(true));
        field.addListener(SWT.FocusOut, e -> focused(false));
        field.addListener(SWT.Modify, e -> {
            say("");
            change.run();
        });
        field.addListener(SWT.DefaultSelection, e -> submit.run());
        WidgetId.set(field, id);
        WidgetId.name(field, name);
        error = Rows.text(this, look, TextStyle.SMALL, Tone.BAD, "");
        Rows.shown(error, false);
    }

    private void dress(Look look) {
        field.setBackground(look.color(frame.tone()));
        field.setForeground(look.color(Tone.TEXT));
        field.setFont(look.font(TextStyle.BODY));
    }

    private void focused(boolean now) {
        focused = now;
        edge();
    }

    private void edge() {
        boolean wrong = error.getVisible();
        frame.edge(wrong ? Tone.BAD : focused ? Tone.ACCENT : Tone.LINE, focused ? 2 : 1);
    }

    SecretBox onSubmit(Runnable listener) {
        submit = listener;
        return this;
    }

    void onChange(Runnable listener) {
        change = listener;
    }

    /** Dim in the empty box. */
    void hint(String text) {
        field.setMessage(text);
    }

    char[] secret() {
        return field.getTextChars();
    }

    boolean isEmpty() {
        char[] now = field.getTextChars();
        Arrays.fill(now, '\0');
        return now.length == 0;
    }

    void wipe() {
        field.setTextChars(new char[0]);
    }

    /** Says that it has to be typed. */
    void missing() {
        say("Type the password or the token.");
    }

    private void say(String sentence) {
        error.text(sentence);
        Rows.shown(error, !sentence.isEmpty());
        edge();
        requestLayout();
    }

    @Override
    public boolean setFocus() {
        return !field.isDisposed() && field.setFocus();
    }
}
