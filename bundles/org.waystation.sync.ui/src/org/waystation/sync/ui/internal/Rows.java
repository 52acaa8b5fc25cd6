package org.waystation.sync.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WrappedText;

/** How these screens are laid out: one thing below the other. */
public final class Rows {

    /** How far what stands below a heading is set in, as the words of the heading and of cards are; pixels. */
    public static final int INSET = 12;

    private Rows() {}

    public static GridLayout column(int margin, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.verticalSpacing = spacing;
        return layout;
    }

    public static GridData across() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    /** Nothing where there is nothing to say. */
    public static void text(Composite parent, Look look, TextStyle style, Tone tone, String text) {
        if (!text.isBlank()) {
            new WrappedText(parent, look, style, tone).text(text).setLayoutData(across());
        }
    }

    /** A line of buttons. */
    public static Panel buttons(Composite parent, Look look, Tone ground) {
        Panel buttons = new Panel(parent, look, ground);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginBottom = 0;
        layout.spacing = 8;
        buttons.setLayout(layout);
        buttons.setLayoutData(across());
        return buttons;
    }
}
