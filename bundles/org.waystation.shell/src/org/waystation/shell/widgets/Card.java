package org.waystation.shell.widgets;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A card; a coloured edge on the left may say what kind it is, beside a word that says the same. */
public class Card extends RoundPanel {

    public static final int RADIUS = 8;
    private static final int EDGE = 3;

    private @Nullable Tone mark;

    public Card(Composite parent, Look look) {
        super(parent, look, Tone.PANEL, RADIUS);
    }

    /** The left edge's colour; null for a hairline like the other edges. */
    public final void mark(@Nullable Tone newMark) {
        mark = newMark;
        redraw();
    }

    @Override
    protected void paintSurface(Brush brush, Rectangle area, int cornerRadius) {
        if (mark != null) {
            brush.fillRound(area, cornerRadius, mark);
            Rectangle rest = new Rectangle(area.x + EDGE, area.y, area.width - EDGE, area.height);
            brush.fillRound(rest, cornerRadius - 1, tone());
        }
    }
}
