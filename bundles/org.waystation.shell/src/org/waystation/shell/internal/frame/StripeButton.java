package org.waystation.shell.internal.frame;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;

/** A 28 px icon button of a stripe, filled with the accent while its tool window is shown. */
final class StripeButton extends StripItem {

    static final int SIZE = 28;
    private static final int RADIUS = 6;
    private static final int ICON = 16;

    private final String label;
    private final String icon;
    private final BooleanSupplier on;
    private final Runnable action;

    /** @param keys shown after the label in the tooltip; empty for none */
    StripeButton(
            Composite stripe,
            Look look,
            String id,
            String label,
            String keys,
            String icon,
            BooleanSupplier on,
            Runnable action) {
        super(stripe, look, id);
        this.label = label;
        this.icon = icon;
        this.on = on;
        this.action = action;
        setToolTipText(keys.isEmpty() ? label : label + "  " + keys);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(SIZE, SIZE);
    }

    @Override
    protected String accessibleName() {
        return label;
    }

    @Override
    protected int accessibleState() {
        return on.getAsBoolean() ? ACC.STATE_PRESSED : ACC.STATE_NORMAL;
    }

    @Override
    void press() {
        action.run();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        boolean shown = on.getAsBoolean();
        Rectangle square = new Rectangle(0, 0, SIZE, SIZE);
        if (shown || hovered()) {
            brush.fillRound(square, RADIUS, shown ? Tone.ACCENT_FILL : Tone.HOVER);
        }
        Tone ink = shown ? Tone.ON_ACCENT : hovered() ? Tone.TEXT : Tone.DIM;
        brush.icon(icon, ink, (SIZE - ICON) / 2, (SIZE - ICON) / 2);
        if (ringed()) {
            brush.strokeRound(square, RADIUS, 2, shown ? Tone.TEXT : Tone.ACCENT);
        }
    }
}
