package org.waystation.sync.ui.internal.conflict;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** One of the three values of a field, with what differs from the base marked; a click chooses it. */
final class VersionBox extends RoundPanel {

    private static final int RADIUS = 6;
    private static final String NOTHING = "empty";

    private final StyledText text;
    private final String value;
    private final List<WordMarks.Mark> marks;
    private final Tone markTone;

    VersionBox(
            Composite parent,
            Look look,
            String title,
            String value,
            List<WordMarks.Mark> marks,
            Tone markTone,
            Runnable choose) {
        super(parent, look, Tone.EDITOR, RADIUS);
        this.value = value;
        this.marks = marks;
        this.markTone = markTone;
        setLayout(Rows.column(10, 4));
        setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        TextLine head = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).text(title);
        head.setLayoutData(Rows.across());
        text = new StyledText(this, ConflictPart.wrapped());
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.setText(value.isEmpty() ? NOTHING : value);
        text.setCaret(null);
        text.setEnabled(true);
        WidgetId.name(text, title + ": " + text.getText());
        for (org.eclipse.swt.widgets.Control each : List.of(this, head, text)) {
            each.addListener(SWT.MouseDown, event -> choose.run());
        }
        look.onChange(this, this::dress);
        dress();
    }

    void chosen(boolean chosen) {
        edge(chosen ? Tone.ACCENT : Tone.LINE, chosen ? 2 : 1);
    }

    private void dress() {
        text.setBackground(look().color(Tone.EDITOR));
        text.setForeground(look().color(value.isEmpty() ? Tone.FAINT : Tone.TEXT));
        text.setFont(look().font(TextStyle.BODY));
        for (WordMarks.Mark mark : marks) {
            StyleRange range = new StyleRange();
            range.start = mark.start();
            range.length = Math.min(mark.length(), text.getCharCount() - mark.start());
            range.background = look().color(markTone);
            if (range.length > 0) {
                text.setStyleRange(range);
            }
        }
    }
}
