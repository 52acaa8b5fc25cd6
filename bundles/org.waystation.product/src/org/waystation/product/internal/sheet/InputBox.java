package org.waystation.product.internal.sheet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/**
 * A field for a secret with its name above and what is wrong below. What is typed is held by the system's own password
 * field, which gives it as characters that can be wiped.
 */
public final class InputBox extends Panel {

    private static final int RADIUS = 6;
    /** Of SWT on Linux, ignored elsewhere: the frame has the only focus ring. */
    private static final String GTK_STYLE = "org.eclipse.swt.internal.gtk.css";

    private static final char[] NOTHING = {};

    private final Look look;
    private final String name;
    private final TextLine label;
    private final RoundPanel frame;
    private final Text text;
    private final WrappedText error;
    private boolean focused;

    /** What is typed is not shown. */
    public static InputBox secret(Composite parent, Look look, String name, String id) {
        return new InputBox(parent, look, name, id, SWT.PASSWORD);
    }

    public static InputBox plain(Composite parent, Look look, String name, String id) {
        return new InputBox(parent, look, name, id, SWT.NONE);
    }

    private InputBox(Composite parent, Look look, String name, String id, int style) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        this.name = name;
        setLayout(Columns.column(0, 0, 4));
        label = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).text(name);
        label.setLayoutData(Columns.across());
        frame = new RoundPanel(this, look, Tone.EDITOR, RADIUS);
        frame.setLayoutData(Columns.across());
        frame.setLayout(Columns.column(8, 5, 0));
        text = WidgetId.set(new Text(frame, SWT.SINGLE | style), id);
        text.setData(GTK_STYLE, "* { border: none; box-shadow: none; outline: none; }");
        text.setLayoutData(Columns.across());
        WidgetId.name(text, name);
        error = new WrappedText(this, look, TextStyle.SMALL, Tone.BAD);
        error.setLayoutData(Columns.across());
        showError();
        dress();
        look.onChange(this, this::dress);
        listen();
    }

    /** What to know before typing, beside the name. */
    public InputBox hint(String hint) {
        label.text(hint.isEmpty() ? name : name + ", " + hint);
        return this;
    }

    public InputBox onSubmit(Runnable submit) {
        text.addListener(SWT.DefaultSelection, e -> submit.run());
        return this;
    }

    public String text() {
        return text.getText();
    }

    public void text(String newText) {
        text.setText(newText);
    }

    /** A copy for the caller to wipe. */
    public char[] secret() {
        return text.getTextChars();
    }

    public void wipe() {
        text.setTextChars(NOTHING);
    }

    /** Says what is wrong; empty where nothing is. */
    public void error(String sentence) {
        if (!sentence.equals(error.getText())) {
            error.text(sentence);
            showError();
            edge();
            requestLayout();
        }
    }

    /** Keeps the focus, unlike a field that is disabled. */
    public void editable(boolean editable) {
        text.setEditable(editable);
        text.setForeground(look.color(editable ? Tone.TEXT : Tone.FAINT));
    }

    @Override
    public boolean setFocus() {
        if (text.isDisposed()) {
            return false;
        }
        text.selectAll();
        return text.setFocus();
    }

    private void showError() {
        boolean none = error.getText().isEmpty();
        ((GridData) error.getLayoutData()).exclude = none;
        error.setVisible(!none);
    }

    private void dress() {
        text.setBackground(look.color(Tone.EDITOR));
        text.setForeground(look.color(text.getEditable() ? Tone.TEXT : Tone.FAINT));
        text.setFont(look.font(TextStyle.BODY));
    }

    private void listen() {
        text.addListener(SWT.FocusIn, e -> focused(true));
        text.addListener(SWT.FocusOut, e -> focused(false));
        frame.addListener(SWT.MouseDown, e -> text.setFocus());
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getHelp(AccessibleEvent e) {
                e.result = error.getText();
            }
        });
    }

    /** Told by the events, since a field that loses the focus still has it while it hears so. */
    private void focused(boolean now) {
        focused = now;
        edge();
    }

    private void edge() {
        boolean wrong = !error.getText().isEmpty();
        frame.edge(wrong ? Tone.BAD : focused ? Tone.ACCENT : Tone.LINE, focused ? 2 : 1);
    }
}
