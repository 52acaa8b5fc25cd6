package org.waystation.product.internal.sheet;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** A lock in a disc, to know the sheet by at a glance. */
final class Emblem extends PaintedControl {

    private static final int SIZE = 40;
    private static final int ICON = 16;

    private final String icon;

    Emblem(Composite parent, Look look, String icon) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
        this.icon = icon;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.disc(0, 0, SIZE, Tone.ACCENT_BACKGROUND);
        brush.icon(icon, Tone.ACCENT, (SIZE - ICON) / 2, (SIZE - ICON) / 2);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(SIZE, SIZE);
    }

    /** Says nothing that the title does not say. */
    @Override
    protected String accessibleName() {
        return "";
    }
}
