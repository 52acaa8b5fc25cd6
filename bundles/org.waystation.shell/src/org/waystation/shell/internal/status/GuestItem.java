package org.waystation.shell.internal.status;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.status.StatusText;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** One item of a plug-in in the status bar. */
final class GuestItem extends PaintedControl {

    private static final int DOT = 7;

    /** That of the status bar below its line. */
    private static final int HEIGHT = 25;

    private StatusText text = new StatusText("", "", false);
    private Runnable press = () -> {};

    GuestItem(Composite bar, Look look) {
        super(bar, look, true, ACC.ROLE_PUSHBUTTON);
    }

    void show(StatusItems.Shown shown) {
        text = shown.text();
        press = shown.press();
        setData("org.waystation.id", "waystation.status." + shown.id());
        setToolTipText(text.hover().isEmpty() ? null : text.hover().replace("&", "&&"));
        changed();
    }

    @Override
    protected void pressed(int x) {
        press.run();
    }

    @Override
    protected String accessibleName() {
        return text.text();
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(textAt() + brush.width(text.text(), TextStyle.SMALL), HEIGHT);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (text.attention()) {
            brush.disc(0, (area.height - DOT) / 2 + 1, DOT, Tone.WARN_MARK);
        }
        Rectangle words = new Rectangle(textAt(), 0, area.width - textAt(), area.height);
        brush.text(text.text(), TextStyle.SMALL, hovered() ? Tone.TEXT : Tone.DIM, words, Align.LEFT);
        if (ringed()) {
            brush.line(textAt(), area.height - 1, area.width, area.height - 1, Tone.ACCENT);
        }
    }

    private int textAt() {
        return text.attention() ? DOT + 6 : 0;
    }
}
