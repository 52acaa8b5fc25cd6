package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A thin bar that is filled as far as something is used up or done. */
public final class ProgressBar extends PaintedControl {

    private static final int HEIGHT = 4;

    private double fraction;
    private Tone tone = Tone.ACCENT_FILL;

    public ProgressBar(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_PROGRESSBAR);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = accessibleName();
            }
        });
    }

    /** @param newFraction of 1; what lies outside 0 to 1 is shown as the nearer of them */
    public void show(double newFraction, Tone newTone) {
        fraction = Math.clamp(newFraction, 0, 1);
        tone = newTone;
        redraw();
    }

    public double fraction() {
        return fraction;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        int y = (area.height - HEIGHT) / 2;
        brush.fillRound(new Rectangle(0, y, area.width, HEIGHT), HEIGHT / 2, Tone.LINE);
        int filled = (int) Math.round(area.width * fraction);
        if (filled > 0) {
            brush.fillRound(new Rectangle(0, y, Math.max(HEIGHT, filled), HEIGHT), HEIGHT / 2, tone);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(120, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return Math.round(fraction * 100) + " %";
    }
}
