package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Chips one after the other, on as many lines as they need; the last child, the text, gets what is left of its line. */
final class ChipLayout extends Layout {

    private static final int LINE = 26;
    private static final int MARGIN = 8;
    private static final int GAP = 6;
    private static final int LEAST_TEXT = 70;

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int width = wHint == SWT.DEFAULT ? 240 : wHint;
        return new Point(width, arrange(composite, width, false) * LINE + 2);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        arrange(composite, area.width, true);
    }

    /** Places the children, or only counts the lines that they need. */
    private static int arrange(Composite composite, int width, boolean place) {
        Control[] children = composite.getChildren();
        int right = width - MARGIN;
        int x = MARGIN;
        int line = 0;
        for (int i = 0; i < children.length; i++) {
            boolean last = i == children.length - 1;
            Point size = children[i].computeSize(SWT.DEFAULT, SWT.DEFAULT);
            int wanted = last ? LEAST_TEXT : Math.min(size.x, right - MARGIN);
            if (x > MARGIN && x + wanted > right) {
                line++;
                x = MARGIN;
            }
            int taken = last ? Math.max(0, right - x) : wanted;
            if (place) {
                children[i].setBounds(x, 1 + line * LINE + (LINE - size.y) / 2, taken, size.y);
            }
            x += taken + GAP;
        }
        return line + 1;
    }
}
