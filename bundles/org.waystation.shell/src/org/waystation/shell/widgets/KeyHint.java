package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A key binding in a small frame. */
public final class KeyHint extends PaintedControl {

    static final int HEIGHT = 16;
    private static final int PADDING = 5;

    private final String keys;

    public KeyHint(Composite parent, Look look, String keys) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.keys = keys;
    }

    static int width(Brush brush, String keys) {
        return keys.isEmpty() ? 0 : brush.width(keys, TextStyle.SMALL) + 2 * PADDING;
    }

    static void paint(Brush brush, String keys, Tone text, Tone frame, int x, int y) {
        Rectangle box = new Rectangle(x, y, width(brush, keys), HEIGHT);
        brush.strokeRound(box, 4, 1, frame);
        brush.text(keys, TextStyle.SMALL, text, box, Align.CENTER);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        paint(brush, keys, Tone.DIM, Tone.LINE, 0, (area.height - HEIGHT) / 2);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(width(brush, keys), 18);
    }

    @Override
    protected String accessibleName() {
        return keys;
    }
}
