package org.waystation.sessions.ui.internal.vault;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.waystation.api.vault.SecretPart;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;

/** Types one secret in. What is kept is never filled in again; left empty, it stays as it is. */
final class SecretField extends Panel {

    private static final int RADIUS = 6;

    private final SecretPart part;
    private final Text field;
    private final TextLine wrong;
    private final boolean held;
    private final Toggle remove;

    SecretField(Composite parent, Look look, SecretPart part, boolean held) {
        super(parent, look, Tone.PANEL);
        this.part = part;
        this.held = held;
        setLayout(Columns.of(2, 0, 0, 4));
        TextLine label = new TextLine(this, look, TextStyle.SMALL, Tone.DIM)
                .text(held ? part.label() + ": kept; type to replace it" : part.label());
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        remove = new Toggle(this, look, "Remove");
        remove.setLayoutData(new GridData());
        Columns.show(remove, held);
        boolean many = part == SecretPart.KEY;
        RoundPanel frame = new RoundPanel(this, look, Tone.EDITOR, RADIUS);
        frame.edge(Tone.LINE, 1);
        frame.setLayout(Columns.of(1, 8, 5, 0));
        field = Columns.grow(new Text(frame, many ? SWT.MULTI | SWT.V_SCROLL : SWT.SINGLE | SWT.PASSWORD));
        field.addListener(SWT.FocusIn, e -> frame.edge(Tone.ACCENT, 2));
        field.addListener(SWT.FocusOut, e -> frame.edge(Tone.LINE, 1));
        field.setFont(look.font(TextStyle.CODE));
        field.setBackground(look.color(Tone.EDITOR));
        field.setForeground(look.color(Tone.TEXT));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.horizontalSpan = 2;
        if (many) {
            ((GridData) field.getLayoutData()).heightHint = 70;
            field.addListener(SWT.Traverse, e -> e.doit = true);
        }
        frame.setLayoutData(data);
        WidgetId.set(field, "waystation.credential." + part.name());
        WidgetId.name(field, part.label());
        wrong = new TextLine(this, look, TextStyle.SMALL, Tone.BAD);
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false);
        below.horizontalSpan = 2;
        wrong.setLayoutData(below);
        Columns.show(wrong, false);
    }

    SecretPart part() {
        return part;
    }

    /** What was typed, empty to take it away; none where it stays. */
    Optional<char[]> change() {
        if (held && remove.on()) {
            return Optional.of(new char[0]);
        }
        char[] typed = field.getTextChars();
        return typed.length == 0 ? Optional.empty() : Optional.of(typed);
    }

    void clear() {
        field.setText("");
    }

    void error(String sentence) {
        wrong.text(sentence);
        Columns.show(wrong, !sentence.isEmpty());
    }
}
