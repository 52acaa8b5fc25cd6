package org.waystation.product.internal.sheet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;

/** How a sheet's card lays its parts out: one below the other. */
public final class Columns {

    private Columns() {}

    public static GridLayout column(int marginWidth, int marginHeight, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = marginWidth;
        layout.marginHeight = marginHeight;
        layout.verticalSpacing = spacing;
        return layout;
    }

    /** Side by side. */
    public static GridLayout row(int parts) {
        GridLayout layout = new GridLayout(parts, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        return layout;
    }

    /** As wide as the card. */
    public static GridData across() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false);
    }
}
