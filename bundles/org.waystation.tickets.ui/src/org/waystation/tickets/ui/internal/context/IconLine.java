package org.waystation.tickets.ui.internal.context;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** An icon, what it is, and dim what is to be said of it. */
final class IconLine extends PaintedControl {

    private static final int HEIGHT = 28;
    private static final int LEFT = 12;
    private static final int TEXT = 36;

    private final String icon;
    private final Tone tone;
    private final String text;
    private final String detail;

    IconLine(Composite parent, Look look, String icon, Tone tone, String text, String detail) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.icon = icon;
        this.tone = tone;
        this.text = text;
        this.detail = detail;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.icon(icon, tone, LEFT, (area.height - 16) / 2);
        Rectangle box = new Rectangle(TEXT, 0, area.width - TEXT - LEFT, area.height);
        int width = brush.text(text, TextStyle.BODY, Tone.TEXT, box, Align.LEFT) + 6;
        Rectangle rest = new Rectangle(TEXT + width, 0, box.width - width, area.height);
        brush.text(detail, TextStyle.SMALL, Tone.DIM, rest, Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(200, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return detail.isEmpty() ? text : text + ", " + detail;
    }
}
