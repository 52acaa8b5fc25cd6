package org.waystation.shell.internal.frame;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * A strip of fixed height. Its items stand from the left, or from the right where they say so, and one may stand in
 * the middle of the window; it gets narrower when the others need the room.
 */
final class StripLayout extends Layout {

    /** Where an item stands, as its layout data. */
    enum Place {
        START,
        MIDDLE,
        END
    }

    private static final int PADDING = 12;
    private static final int LEAST_MIDDLE = 120;

    private final int height;
    private final int gap;
    /** The line of the strip lies above its items, else below them. */
    private final boolean lineAbove;

    /** Where items stand that do not say. */
    private final Place otherwise;

    StripLayout(int height, int gap, boolean lineAbove, Place otherwise) {
        this.height = height;
        this.gap = gap;
        this.lineAbove = lineAbove;
        this.otherwise = otherwise;
    }

    @Override
    protected Point computeSize(Composite strip, int width, int ignored, boolean flush) {
        return new Point(width == SWT.DEFAULT ? 600 : width, height);
    }

    @Override
    protected void layout(Composite strip, boolean flush) {
        Rectangle area = strip.getClientArea();
        int top = lineAbove ? 1 : 0;
        int left = PADDING;
        int right = area.width - PADDING;
        List<Control> middle = new ArrayList<>();
        List<Control> end = new ArrayList<>();
        for (Control item : strip.getChildren()) {
            switch (place(item)) {
                case START -> left = put(item, left, top) + gap;
                case MIDDLE -> middle.add(item);
                case END -> end.add(item);
            }
        }
        for (Control item : end.reversed()) {
            int width = width(item);
            put(item, right - width, top);
            right -= width == 0 ? 0 : width + gap;
        }
        for (Control item : middle) {
            int width = Math.max(LEAST_MIDDLE, Math.min(width(item), right - left));
            int x = Math.max(left, Math.min((area.width - width) / 2, right - width));
            item.setBounds(x, top, width, height - 1);
        }
    }

    private int put(Control item, int x, int top) {
        int width = width(item);
        item.setBounds(x, top, width, height - 1);
        // An item with nothing to say takes no gap either.
        return width == 0 ? x - gap : x + width;
    }

    private static int width(Control item) {
        return item.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    }

    private Place place(Control item) {
        return item.getLayoutData() instanceof Place place ? place : otherwise;
    }
}
