package org.waystation.shell.internal.notify;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.widgets.KeepClear;

/** What of a window must stay uncovered at present. */
record ClearArea(List<Rectangle> taken) {

    /** Looks at all that is visible; places are in the window's own coordinates. */
    static ClearArea of(Shell window) {
        List<Rectangle> found = new ArrayList<>();
        collect(window, window, found);
        return new ClearArea(found);
    }

    private static void collect(Shell window, Composite parent, List<Rectangle> found) {
        for (Control child : parent.getChildren()) {
            if (!child.isVisible()) {
                continue;
            }
            if (KeepClear.isMarked(child)) {
                Point size = child.getSize();
                Point origin = window.getDisplay().map(child, window, 0, 0);
                found.add(new Rectangle(origin.x, origin.y, size.x, size.y));
            } else if (child instanceof Composite composite) {
                collect(window, composite, found);
            }
        }
    }

    /**
     * The lowest bottom, at or above the wanted one, at which something of this width and height covers nothing.
     *
     * @param gap to what is below
     */
    int bottom(int x, int width, int height, int wanted, int gap) {
        int bottom = wanted;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rectangle each : taken) {
                if (each.intersects(x, bottom - height, width, height)) {
                    bottom = each.y - gap;
                    moved = true;
                }
            }
        }
        return bottom;
    }
}
