package org.waystation.sessions.ui.internal.session;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Control;

/** The layouts that the session screens share. */
public final class Columns {

    private Columns() {}

    public static GridLayout of(int columns, int marginX, int marginY, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = marginX;
        layout.marginHeight = marginY;
        layout.horizontalSpacing = spacing;
        layout.verticalSpacing = spacing;
        return layout;
    }

    /** For controls side by side, each as wide as it wants to be. */
    public static RowLayout beside(int spacing) {
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.wrap = false;
        layout.spacing = spacing;
        layout.marginLeft = layout.marginRight = layout.marginTop = layout.marginBottom = 0;
        return layout;
    }

    public static <C extends Control> C fill(C control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return control;
    }

    public static <C extends Control> C grow(C control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return control;
    }

    /** Shows or takes away a control whose layout data is a {@link GridData}. */
    public static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
