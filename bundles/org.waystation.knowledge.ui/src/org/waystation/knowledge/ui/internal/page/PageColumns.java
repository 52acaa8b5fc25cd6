package org.waystation.knowledge.ui.internal.page;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** The text and, beside it where there is room, what belongs to it; else below it. A text is never wider than one reads well. */
final class PageColumns extends Layout {

    private static final int WIDEST_TEXT = 760;
    private static final int SIDE = 284;
    private static final int GAP = 28;
    private static final int TWO_FROM = 720;

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
        int width = wHint == SWT.DEFAULT ? WIDEST_TEXT + GAP + SIDE : wHint;
        Rectangle[] places = places(composite, width);
        int height = 0;
        for (Rectangle place : places) {
            height = Math.max(height, place.y + place.height);
        }
        return new Point(width, height);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        Rectangle[] places = places(composite, composite.getClientArea().width);
        Control[] children = composite.getChildren();
        for (int i = 0; i < places.length; i++) {
            children[i].setBounds(places[i]);
        }
    }

    private static Rectangle[] places(Composite composite, int width) {
        Control text = composite.getChildren()[0];
        Control side = composite.getChildren()[1];
        if (width < TWO_FROM) {
            int height = text.computeSize(width, SWT.DEFAULT).y;
            return new Rectangle[] {
                new Rectangle(0, 0, width, height),
                new Rectangle(0, height + GAP, width, side.computeSize(width, SWT.DEFAULT).y)
            };
        }
        int room = Math.min(WIDEST_TEXT, width - SIDE - GAP);
        return new Rectangle[] {
            new Rectangle(0, 0, room, text.computeSize(room, SWT.DEFAULT).y),
            new Rectangle(room + GAP, 0, SIDE, side.computeSize(SIDE, SWT.DEFAULT).y)
        };
    }
}
