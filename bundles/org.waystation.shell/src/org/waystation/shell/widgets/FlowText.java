package org.waystation.shell.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.internal.markdown.Block;
import org.waystation.shell.internal.markdown.Block.Line;
import org.waystation.shell.internal.markdown.Block.Mark;
import org.waystation.shell.internal.markdown.Block.Span;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Paragraphs of a text in one control that can be read, selected and copied. */
final class FlowText {

    private static final int STEP = 16;
    private static final int PARAGRAPH = 8;
    private static final int FIRST_WIDTH = 640;

    private final Look look;
    private final Block.Flow flow;
    private final Consumer<String> follow;
    private final StyledText text;
    private TextStyle style = TextStyle.BODY;

    FlowText(Composite parent, Look look, Tone ground, Block.Flow flow, Consumer<String> follow) {
        this.look = look;
        this.flow = flow;
        this.follow = follow;
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        // Without a width each letter would be laid out as a line of its own.
        text.setSize(FIRST_WIDTH, 20);
        text.setText(flow.text());
        text.setCaret(null);
        Runnable dress = () -> dress(ground);
        dress.run();
        look.onChange(text, dress);
        text.addListener(SWT.MouseMove, this::point);
        text.addListener(SWT.MouseUp, this::click);
        LinkKeys.of(text, flow.spans(), follow);
    }

    StyledText control() {
        return text;
    }

    /** Shows all of it one weight up. */
    void strong() {
        style = TextStyle.BODY_STRONG;
        text.setFont(look.font(style));
        indent();
    }

    private void dress(Tone ground) {
        text.setFont(look.font(style));
        text.setBackground(look.color(ground));
        text.setForeground(look.color(Tone.TEXT));
        text.setSelectionBackground(look.color(Tone.SELECTION));
        text.setSelectionForeground(look.color(Tone.TEXT));
        text.setLineSpacing(1);
        text.setStyleRanges(ranges().toArray(StyleRange[]::new));
        indent();
    }

    private void indent() {
        GC gc = new GC(text);
        gc.setFont(text.getFont());
        for (int i = 0; i < flow.lines().size(); i++) {
            Line line = flow.lines().get(i);
            int bullet = line.bullet().isEmpty() ? 0 : gc.textExtent(line.bullet()).x;
            int left = line.indent() * STEP;
            int indent = left - (bullet == 0 ? 0 : STEP);
            // Each of these makes the control lay out all lines above once more.
            if (indent != 0) {
                text.setLineIndent(i, 1, indent);
            }
            if (indent + bullet != 0) {
                text.setLineWrapIndent(i, 1, indent + bullet);
            }
            if (line.spaceBefore()) {
                text.setLineVerticalIndent(i, PARAGRAPH);
            }
        }
        gc.dispose();
    }

    private List<StyleRange> ranges() {
        List<StyleRange> ranges = new ArrayList<>();
        for (Span span : flow.spans()) {
            StyleRange range = new StyleRange();
            range.start = span.start();
            range.length = span.length();
            dress(range, span.marks());
            ranges.add(range);
        }
        return ranges;
    }

    private void dress(StyleRange range, Set<Mark> marks) {
        range.fontStyle = (marks.contains(Mark.STRONG) ? SWT.BOLD : SWT.NORMAL)
                | (marks.contains(Mark.EMPHASIS) ? SWT.ITALIC : SWT.NORMAL);
        range.strikeout = marks.contains(Mark.STRIKE);
        if (marks.contains(Mark.HEADING_1)) {
            range.font = look.font(TextStyle.TITLE);
        } else if (marks.contains(Mark.HEADING_2)) {
            range.font = look.font(TextStyle.HEADING);
        } else if (marks.contains(Mark.HEADING)) {
            range.font = look.font(TextStyle.BODY_STRONG);
        } else if (marks.contains(Mark.CODE)) {
            range.font = look.font(TextStyle.CODE);
            range.background = look.color(Tone.HOVER);
        }
        if (marks.contains(Mark.QUOTE)) {
            range.foreground = look.color(Tone.DIM);
        }
        if (marks.contains(Mark.LINK)) {
            range.foreground = look.color(Tone.ACCENT);
        }
    }

    private void point(Event e) {
        String target = target(e);
        text.setCursor(target.isEmpty() ? null : text.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        String tip = target.isEmpty() ? null : target.replace("&", "&&");
        if (!Objects.equals(tip, text.getToolTipText())) {
            text.setToolTipText(tip);
        }
    }

    private void click(Event e) {
        String target = target(e);
        if (e.button == 1 && !target.isEmpty() && text.getSelectionCount() == 0) {
            follow.accept(target);
        }
    }

    private String target(Event e) {
        int offset = text.getOffsetAtPoint(new Point(e.x, e.y));
        return flow.spans().stream()
                .filter(span -> offset >= span.start() && offset < span.start() + span.length())
                .map(Span::target)
                .filter(target -> !target.isEmpty())
                .findFirst()
                .orElse("");
    }
}
