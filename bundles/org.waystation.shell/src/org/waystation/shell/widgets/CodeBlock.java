package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.internal.markdown.LongWords;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Text of fixed width that can be taken along with one press. */
final class CodeBlock extends RoundPanel {

    /** Characters of a code that are shown; the rest can only be copied. */
    static final int MOST_SHOWN = 12_000;

    private static final int MOST_LINES = 300;

    CodeBlock(Composite parent, Look look, String code) {
        super(parent, look, Tone.HOVER, 6);
        edge(Tone.HOVER, 1);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginLeft = 10;
        layout.marginRight = 4;
        layout.marginHeight = 4;
        setLayout(layout);
        StyledText area = new StyledText(this, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        boolean all = code.length() <= MOST_SHOWN
                && code.lines().limit(MOST_LINES + 1).count() <= MOST_LINES;
        area.setSize(640, 20); // without a width each letter would be laid out as a line of its own
        area.setText(LongWords.broken(all ? code : head(code)));
        area.setLineSpacing(1);
        area.setCaret(null);
        WidgetId.name(area, "Code");
        area.addListener(SWT.Traverse, event -> event.doit = true);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, true);
        data.widthHint = 60;
        data.verticalIndent = 4;
        area.setLayoutData(data);
        FlatButton copy =
                new FlatButton(this, look, FlatButton.Kind.QUIET).icon("copy").name("Copy this code");
        copy.onPress(() -> {
            CopiedText.copy(code);
            copy.icon("check").name("Copied");
            getDisplay().timerExec(1_500, () -> {
                if (!copy.isDisposed()) {
                    copy.icon("copy").name("Copy this code");
                }
            });
        });
        copy.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        WidgetId.set(copy, "waystation.markdown.copy");
        if (!all) {
            TextLine rest = new TextLine(this, look, TextStyle.SMALL, Tone.DIM)
                    .text("This is the beginning of it. Copy takes all.");
            GridData line = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
            line.verticalIndent = 4;
            rest.setLayoutData(line);
        }
        Runnable dress = () -> {
            area.setBackground(look.color(Tone.HOVER));
            area.setForeground(look.color(Tone.TEXT));
            area.setFont(look.font(TextStyle.CODE));
            area.setSelectionBackground(look.color(Tone.SELECTION));
            area.setSelectionForeground(look.color(Tone.TEXT));
        };
        dress.run();
        look.onChange(area, dress);
    }

    private static String head(String code) {
        StringBuilder head = new StringBuilder();
        for (String line : (Iterable<String>) code.lines().limit(MOST_LINES)::iterator) {
            int room = MOST_SHOWN - head.length();
            if (line.length() >= room) {
                return head.append(line, 0, Math.max(0, room)).toString();
            }
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
