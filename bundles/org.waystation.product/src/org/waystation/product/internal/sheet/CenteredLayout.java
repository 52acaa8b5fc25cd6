package org.waystation.product.internal.sheet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Puts a child of a fixed width, as high as it asks for, in the middle. */
final class CenteredLayout extends Layout {

    private final int width;

    CenteredLayout(int width) {
        this.width = width;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int height = 0;
        for (Control child : composite.getChildren()) {
            height = Math.max(height, height(child));
        }
        return new Point(wHint == SWT.DEFAULT ? width : wHint, hHint == SWT.DEFAULT ? height : hHint);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        for (Control child : composite.getChildren()) {
            int height = height(child);
            child.setBounds(
                    area.x + (area.width - width) / 2, area.y + Math.max(0, (area.height - height) / 2), width, height);
        }
        composite.redraw(); // what is painted around the child moves with it
    }

    private int height(Control child) {
        return child.computeSize(width, SWT.DEFAULT).y;
    }
}
