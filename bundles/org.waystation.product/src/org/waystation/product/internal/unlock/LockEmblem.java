package org.waystation.product.internal.unlock;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** A lock in a disc, to know the sheet by at a glance. */
final class LockEmblem extends PaintedControl {

    private static final int SIZE = 40;
    private static final int ICON = 16;

    LockEmblem(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.disc(0, 0, SIZE, Tone.ACCENT_BACKGROUND);
        brush.icon("lock", Tone.ACCENT, (SIZE - ICON) / 2, (SIZE - ICON) / 2);
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
