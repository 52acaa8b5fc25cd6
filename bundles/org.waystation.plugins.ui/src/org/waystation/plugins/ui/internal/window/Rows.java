package org.waystation.plugins.ui.internal.window;

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

/** How the cards of this window are laid out: one thing below the other. */
final class Rows {

    private Rows() {}

    static GridLayout layout(int margin, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.verticalSpacing = spacing;
        return layout;
    }

    /** Nothing where there is nothing to say. */
    static void text(Composite parent, Look look, TextStyle style, Tone tone, String text) {
        if (!text.isBlank()) {
            new WrappedText(parent, look, style, tone).text(text).setLayoutData(wide());
        }
    }

    /** A line of buttons. */
    static Panel buttons(Composite parent, Look look) {
        Panel buttons = new Panel(parent, look, Tone.EDITOR);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginBottom = 0;
        layout.spacing = 8;
        buttons.setLayout(layout);
        buttons.setLayoutData(wide());
        return buttons;
    }

    static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }
}
