package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Blocks of a text below each other. */
final class BlockLayout extends Layout {

    private static final int GAP = 8;
    private static final int NATURAL_WIDTH = 480;

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int width = wHint == SWT.DEFAULT ? NATURAL_WIDTH : wHint;
        int height = 0;
        for (Control child : composite.getChildren()) {
            height += (height == 0 ? 0 : GAP) + height(child, width);
        }
        return new Point(width, height);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        int y = area.y;
        for (Control child : composite.getChildren()) {
            int height = height(child, area.width);
            child.setBounds(area.x, y, area.width, height);
            y += height + GAP;
        }
    }

    private static int height(Control child, int width) {
        return child.computeSize(width, SWT.DEFAULT).y;
    }
}
