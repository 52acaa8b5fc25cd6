package org.waystation.knowledge.ui.internal.versions;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Kind;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Line;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Range;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** Shows what differs: a sign and a ground for each line, and the words that changed stronger. */
final class DiffText extends Panel {

    private static final int MARGIN = 16;
    private static final int SIGN = 21;

    private final Look look;
    private final StyledText text;
    private List<Line> shown = List.of();

    DiffText(Composite parent, Look look) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        setLayout(new FillLayout());
        text = new StyledText(this, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        text.setMargins(MARGIN, 8, MARGIN, 8);
        WidgetId.name(text, "What differs");
        WidgetId.set(text, "waystation.versions.diff");
        text.addListener(SWT.Traverse, event -> event.doit = true);
        dress();
        look.onChange(this, this::dress);
    }

    void show(List<Line> lines) {
        shown = lines;
        StringBuilder words = new StringBuilder();
        for (Line line : lines) {
            words.append(words.isEmpty() ? "" : "\n").append(sign(line.kind())).append(line.text());
        }
        text.setText(lines.isEmpty() ? "Both say the same." : words.toString());
        text.setTopIndex(0);
        dress();
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case SAME -> "   ";
            case REMOVED -> "−  ";
            case ADDED -> "+  ";
            case GAP -> "⋯  ";
        };
    }

    private void dress() {
        text.setFont(look.font(TextStyle.CODE));
        text.setLineSpacing(3);
        text.setBackground(look.color(Tone.EDITOR));
        text.setForeground(look.color(shown.isEmpty() ? Tone.DIM : Tone.TEXT));
        text.setSelectionBackground(look.color(Tone.SELECTION));
        text.setSelectionForeground(look.color(Tone.TEXT));
        List<StyleRange> ranges = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < shown.size(); i++) {
            Line line = shown.get(i);
            int begin = at + sign(line.kind()).length();
            switch (line.kind()) {
                case SAME -> {}
                case GAP -> ranges.add(range(at, begin - at + line.text().length(), Tone.FAINT));
                case REMOVED -> changed(ranges, i, at, begin, line, Tone.BAD, Tone.BAD_BACKGROUND);
                case ADDED -> changed(ranges, i, at, begin, line, Tone.OK, Tone.OK_BACKGROUND);
            }
            at = begin + line.text().length() + 1;
        }
        text.setWrapIndent(SIGN);
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    private void changed(List<StyleRange> ranges, int index, int at, int begin, Line line, Tone tone, Tone ground) {
        text.setLineBackground(index, 1, look.color(ground));
        ranges.add(range(at, begin - at, tone));
        for (Range word : line.words()) {
            StyleRange strong = range(begin + word.start(), word.length(), tone);
            strong.fontStyle = SWT.BOLD;
            strong.underline = true;
            ranges.add(strong);
        }
    }

    private StyleRange range(int start, int length, Tone tone) {
        return new StyleRange(start, length, look.color(tone), null);
    }
}
