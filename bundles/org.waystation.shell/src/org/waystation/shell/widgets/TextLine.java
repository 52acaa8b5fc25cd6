package org.waystation.shell.widgets;

import java.util.Objects;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** One line of text; where it is shortened, the whole of it shows on hover. */
public final class TextLine extends PaintedControl {

    private final TextStyle style;
    private Tone tone;
    private Align align = Align.LEFT;
    private String text = "";
    private String hover = "";

    public TextLine(Composite parent, Look look, TextStyle style, Tone tone) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.style = style;
        this.tone = tone;
    }

    public TextLine text(String newText) {
        if (!newText.equals(text)) {
            text = newText;
            changed();
        }
        return this;
    }

    @Override
    public String getText() {
        return text;
    }

    public TextLine tone(Tone newTone) {
        if (newTone != tone) {
            tone = newTone;
            redraw();
        }
        return this;
    }

    public TextLine align(Align newAlign) {
        align = newAlign;
        redraw();
        return this;
    }

    /** What hovering tells beyond the text, such as the exact time. */
    public TextLine hover(String newHover) {
        hover = newHover;
        setToolTipText(newHover.isEmpty() ? null : newHover);
        return this;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.text(text, style, isEnabled() ? tone : Tone.FAINT, area, align);
        if (hover.isEmpty()) {
            boolean cut = brush.width(text, style) > area.width;
            String tip = cut ? text.replace("&", "&&") : null;
            if (!Objects.equals(tip, getToolTipText())) {
                setToolTipText(tip);
            }
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(brush.width(text, style), style == TextStyle.TITLE ? 24 : 18);
    }

    @Override
    protected String accessibleName() {
        return text;
    }
}
