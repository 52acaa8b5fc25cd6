package org.waystation.insight.ui.internal.page;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** A number that matters, large, with what it is below and how it stands to its target. */
final class BigNumber extends PaintedControl {

    /** The title's font, so many times as large; type is drawn from outlines and stays sharp. */
    private static final float TIMES = 2;

    private static final int NUMBER = 48;
    private static final int LINE = 20;

    private String number = "";
    private String caption = "";
    private String target = "";
    private Tone tone = Tone.DIM;

    BigNumber(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_LABEL);
    }

    void show(String newNumber, String newCaption, String newTarget, Tone newTone) {
        number = newNumber;
        caption = newCaption;
        target = newTarget;
        tone = newTone;
        changed();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Transform large = new Transform(getDisplay());
        Transform plain = new Transform(getDisplay());
        try {
            brush.gc().getTransform(plain);
            brush.gc().getTransform(large);
            large.scale(TIMES, TIMES);
            brush.gc().setTransform(large);
            Rectangle box = new Rectangle(0, 0, (int) (area.width / TIMES), (int) (NUMBER / TIMES));
            brush.text(number, TextStyle.TITLE, Tone.TEXT, box, Align.LEFT);
            brush.gc().setTransform(plain);
        } finally {
            large.dispose();
            plain.dispose();
        }
        brush.text(caption, TextStyle.BODY, Tone.DIM, new Rectangle(0, NUMBER, area.width, LINE), Align.LEFT);
        brush.text(target, TextStyle.SMALL, tone, new Rectangle(0, NUMBER + LINE, area.width, LINE), Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        int wide = Math.max(
                (int) (brush.width(number, TextStyle.TITLE) * TIMES),
                Math.max(brush.width(caption, TextStyle.BODY), brush.width(target, TextStyle.SMALL)));
        return new Point(wide + 8, NUMBER + 2 * LINE);
    }

    @Override
    protected String accessibleName() {
        return number + " " + caption + (target.isEmpty() ? "" : ", " + target);
    }
}
