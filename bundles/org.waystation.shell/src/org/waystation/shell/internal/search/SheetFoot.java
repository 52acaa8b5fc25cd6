package org.waystation.shell.internal.search;

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

/** The keys of the sheet. */
final class SheetFoot extends PaintedControl {

    static final int HEIGHT = 28;
    private static final String KEYS =
            "↑↓ choose    ⏎ open    Alt ⏎ actions    Tab next tab    t:  a:  k:  c:  p:  s:  v:  >  narrow";

    SheetFoot(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_LABEL);
    }

    @Override
    protected Tone ground() {
        return Tone.STRIP;
    }

    @Override
    protected String accessibleName() {
        return KEYS;
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(300, HEIGHT);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.line(0, 0, area.width, 0, Tone.LINE);
        Rectangle text = new Rectangle(14, 1, area.width - 28, area.height - 1);
        brush.text(KEYS, TextStyle.SMALL, Tone.DIM, text, Align.LEFT);
    }
}
