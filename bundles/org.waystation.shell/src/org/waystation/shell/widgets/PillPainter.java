package org.waystation.shell.widgets;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.theme.TextStyle;

/** Paints pills, for controls and table cells alike. */
public final class PillPainter {

    public static final int HEIGHT = 20;
    private static final int PADDING = 8;

    public int width(Brush brush, String word) {
        return brush.width(word, TextStyle.SMALL_STRONG) + 2 * PADDING;
    }

    /** Paints a pill with its left upper corner at a point and tells how wide it came out. */
    public int paint(Brush brush, String word, Tint tint, int x, int y) {
        int width = width(brush, word);
        Rectangle box = new Rectangle(x, y, width, HEIGHT);
        brush.fillRound(box, HEIGHT / 2, tint.background());
        brush.text(word, TextStyle.SMALL_STRONG, tint.text(), new Rectangle(x, y, width, HEIGHT), Align.CENTER);
        return width;
    }
}
