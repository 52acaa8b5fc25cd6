package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Draws with the look's colours and type. Made for one paint and forgotten after it; sizes are in px of 100 % zoom. */
public final class Brush {

    private static final String ELLIPSIS = "…";

    /** Spaces count, and line breaks of foreign text do not start new lines. */
    private static final int FLAGS = SWT.DRAW_TRANSPARENT;

    private final GC gc;
    private final Look look;

    public Brush(GC gc, Look look) {
        this.gc = gc;
        this.look = look;
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    public GC gc() {
        return gc;
    }

    public Look look() {
        return look;
    }

    public void fill(Rectangle area, Tone tone) {
        gc.setBackground(look.color(tone));
        gc.fillRectangle(area);
    }

    public void fillRound(Rectangle area, int radius, Tone tone) {
        gc.setBackground(look.color(tone));
        gc.fillRoundRectangle(area.x, area.y, area.width, area.height, radius * 2, radius * 2);
    }

    /** A hairline or thicker line inside the area's edge. */
    public void strokeRound(Rectangle area, int radius, int width, Tone tone) {
        gc.setForeground(look.color(tone));
        gc.setLineWidth(width);
        int inset = width / 2;
        gc.drawRoundRectangle(
                area.x + inset, area.y + inset, area.width - width, area.height - width, radius * 2, radius * 2);
        gc.setLineWidth(1);
    }

    public void line(int x1, int y1, int x2, int y2, Tone tone) {
        gc.setForeground(look.color(tone));
        gc.setLineWidth(1);
        gc.drawLine(x1, y1, x2, y2);
    }

    public void disc(int x, int y, int diameter, Tone tone) {
        gc.setBackground(look.color(tone));
        gc.fillOval(x, y, diameter, diameter);
    }

    public void icon(String name, Tone tone, int x, int y) {
        gc.drawImage(look.icon(name, tone), x, y);
    }

    public Point extent(String text, TextStyle style) {
        use(look.font(style));
        return gc.textExtent(text, FLAGS);
    }

    public int width(String text, TextStyle style) {
        return text.isEmpty() ? 0 : extent(text, style).x;
    }

    public int lineHeight(TextStyle style) {
        use(look.font(style));
        return gc.getFontMetrics().getHeight();
    }

    /**
     * One line in the middle of a box's height, shortened by an ellipsis where it is too long.
     *
     * @return how wide the text came out
     */
    public int text(String text, TextStyle style, Tone tone, Rectangle box, Align align) {
        if (text.isEmpty() || box.width <= 0) {
            return 0;
        }
        String shown = fit(text, style, box.width);
        Point size = extent(shown, style);
        int x = switch (align) {
            case LEFT -> box.x;
            case CENTER -> box.x + (box.width - size.x) / 2;
            case RIGHT -> box.x + box.width - size.x;
        };
        gc.setForeground(look.color(tone));
        gc.drawText(shown, x, box.y + (box.height - size.y + 1) / 2, FLAGS);
        return size.x;
    }

    /** The text as it fits into a width. */
    public String fit(String text, TextStyle style, int width) {
        if (width(text, style) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(head(text, middle), style) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? ELLIPSIS : head(text, low);
    }

    /** Never cuts a surrogate pair in two. */
    private static String head(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private void use(Font font) {
        if (!font.equals(gc.getFont())) {
            gc.setFont(font);
        }
    }
}
