package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A line of a card that leads to a record: what it is on the left, how it stands on the right. */
public final class LinkRow extends PaintedControl {

    private static final int HEIGHT = 28;
    private static final int PADDING = 12;
    private static final int ICON = 16;
    private static final int GAP = 8;
    private static final int RADIUS = 6;

    private final String icon;
    private final String title;
    private final String detail;
    private final Tone tone;
    private final Runnable press;

    /**
     * @param icon name of an icon of the look
     * @param detail dim or in another tone on the right; may be empty
     */
    public LinkRow(Composite parent, Look look, String icon, String title, String detail, Tone tone, Runnable press) {
        super(parent, look, true, ACC.ROLE_LINK);
        this.icon = icon;
        this.title = title;
        this.detail = detail;
        this.tone = tone;
        this.press = press;
    }

    @Override
    protected void pressed(int x) {
        press.run();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle box = new Rectangle(PADDING / 2, 0, area.width - PADDING, area.height);
        if (hovered()) {
            brush.fillRound(box, RADIUS, Tone.HOVER);
        }
        if (ringed()) {
            brush.strokeRound(box, RADIUS, 2, Tone.ACCENT);
        }
        brush.icon(icon, Tone.DIM, PADDING, (area.height - ICON) / 2);
        int right = area.width - PADDING;
        int left = PADDING + ICON + GAP;
        int wide = Math.min(brush.width(detail, TextStyle.SMALL), (right - left) / 2);
        brush.text(detail, TextStyle.SMALL, tone, new Rectangle(right - wide, 0, wide, area.height), Align.RIGHT);
        brush.text(
                title,
                TextStyle.BODY,
                Tone.TEXT,
                new Rectangle(left, 0, right - wide - GAP - left, area.height),
                Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        int words = brush.width(title, TextStyle.BODY) + brush.width(detail, TextStyle.SMALL);
        return new Point(2 * PADDING + ICON + 2 * GAP + words, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return detail.isEmpty() ? title : title + ", " + detail;
    }
}
