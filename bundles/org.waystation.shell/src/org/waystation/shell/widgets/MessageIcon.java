package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** An icon in a quiet disc above a message. */
final class MessageIcon extends PaintedControl {

    private static final int SIZE = 40;

    private String name = "info";
    private Tone tone = Tone.FAINT;

    MessageIcon(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
    }

    void show(String newName, Tone newTone) {
        name = newName;
        tone = newTone;
        redraw();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.disc((area.width - SIZE) / 2, 0, SIZE, tone == Tone.BAD ? Tone.BAD_BACKGROUND : Tone.HOVER);
        brush.icon(name, tone, (area.width - 16) / 2, (SIZE - 16) / 2);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(SIZE, SIZE);
    }

    @Override
    protected String accessibleName() {
        return "";
    }
}
