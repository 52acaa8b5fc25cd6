package org.waystation.backend.rt.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WrappedText;

/** How this screen is laid out: one thing below the other, buttons side by side. */
final class Rows {

    static GridLayout grid(int columns, int margin, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.verticalSpacing = spacing;
        layout.horizontalSpacing = spacing;
        return layout;
    }

    static GridData across() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    static Panel group(Composite parent, Look look, int columns, int spacing) {
        Panel group = new Panel(parent, look, Tone.EDITOR);
        group.setLayout(grid(columns, 0, spacing));
        group.setLayoutData(across());
        return group;
    }

    static WrappedText text(Composite parent, Look look, TextStyle style, Tone tone, String text) {
        WrappedText made = new WrappedText(parent, look, style, tone).text(text);
        made.setLayoutData(across());
        return made;
    }

    /** Shows it, or takes it and its place away. */
    static void shown(org.eclipse.swt.widgets.Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }

    private Rows() {}
}
