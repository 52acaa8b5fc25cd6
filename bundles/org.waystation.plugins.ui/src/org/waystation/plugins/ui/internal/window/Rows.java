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
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
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
        Panel buttons = new Panel(parent, look, Tone.PANEL);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginBottom = 0;
        layout.spacing = 8;
        buttons.setLayout(layout);
        buttons.setLayoutData(wide());
        return buttons;
    }

    /** A head: what it is on the left, how it stands on the right. */
    static void head(Composite parent, Look look, String title, String state, Tint tint) {
        Panel row = new Panel(parent, look, Tone.PANEL);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(wide());
        new TextLine(row, look, TextStyle.BODY_STRONG, Tone.TEXT)
                .text(title)
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new Pill(row, look, state, tint).setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    }

    static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }
}
