package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** The title of a section of a panel, under a hairline. */
public final class SectionHeader extends PaintedControl {

    private static final int PADDING = 12;

    private final String title;
    private final String keys;

    /** @param keys a key binding to show beside the title; empty for none */
    public SectionHeader(Composite parent, Look look, String title, String keys) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.title = title;
        this.keys = keys;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.line(0, 0, area.width, 0, Tone.LINE);
        Rectangle words = new Rectangle(PADDING, 10, area.width - 2 * PADDING, 18);
        int width = brush.text(title, TextStyle.BODY_STRONG, Tone.TEXT, words, Align.LEFT);
        if (!keys.isEmpty()) {
            KeyHint.paint(brush, keys, Tone.DIM, Tone.LINE, PADDING + width + 6, 11);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(brush.width(title, TextStyle.BODY_STRONG) + KeyHint.width(brush, keys) + 2 * PADDING + 6, 32);
    }

    @Override
    protected String accessibleName() {
        return title;
    }
}
