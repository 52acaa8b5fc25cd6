package org.waystation.backend.rt.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Ground;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WrappedText;

/** How this screen is laid out: one thing below the other, buttons side by side. */
public final class Rows {

    private static final int LABEL_WIDTH = 150;

    public static GridLayout grid(int columns, int margin, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.verticalSpacing = spacing;
        layout.horizontalSpacing = Math.max(8, spacing);
        return layout;
    }

    public static GridData across() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    /** Over all columns of a grid. */
    public static GridData over(int columns) {
        GridData data = across();
        data.horizontalSpan = columns;
        return data;
    }

    /** What stands on it takes this tone for its ground. */
    public static Tone ground(Composite parent) {
        return parent instanceof Ground own ? own.tone() : Ground.under(parent);
    }

    /** Of a box to type into that stands on a ground, as the shell's boxes have it. */
    static Tone inside(Tone ground) {
        return ground == Tone.PANEL ? Tone.EDITOR : Tone.PANEL;
    }

    /** On the ground of its parent. */
    public static Panel group(Composite parent, Look look, int columns, int spacing) {
        Panel group = new Panel(parent, look, ground(parent));
        group.setLayout(grid(columns, 0, spacing));
        group.setLayoutData(across());
        return group;
    }

    public static WrappedText text(Composite parent, Look look, TextStyle style, Tone tone, String text) {
        WrappedText made = new WrappedText(parent, look, style, tone).text(text);
        made.setLayoutData(across());
        return made;
    }

    /** What a field is called, before it. */
    public static void label(Composite parent, Look look, String text) {
        TextLine made = new TextLine(parent, look, TextStyle.BODY, Tone.DIM).text(text);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = LABEL_WIDTH;
        made.setLayoutData(data);
    }

    /** What a column is called, above it. */
    public static void head(Composite parent, Look look, String text) {
        new TextLine(parent, look, TextStyle.SMALL, Tone.DIM).text(text).setLayoutData(across());
    }

    /** A cell of a grid with nothing in it. */
    public static Control blank(Composite parent, Look look) {
        Control made = new TextLine(parent, look, TextStyle.SMALL, Tone.DIM);
        made.setLayoutData(new GridData());
        return made;
    }

    /** Shows it, or takes it and its place away. */
    public static void shown(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }

    /** Takes away all that is in it. */
    public static void clear(Composite parent) {
        for (Control each : parent.getChildren()) {
            each.dispose();
        }
    }

    private Rows() {}
}
