package org.waystation.tickets.ui.internal.context;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.SectionHeader;
import org.waystation.shell.widgets.TextLine;

/** A titled part of the context; not there while it has no lines. */
final class Section extends Panel {

    private final Look look;
    private final Control header;

    Section(Composite parent, Look look, String title) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginBottom = 8;
        layout.verticalSpacing = 0;
        setLayout(layout);
        header = new SectionHeader(this, look, title, "");
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        appear(false);
    }

    void clear() {
        for (Control child : getChildren()) {
            if (child != header) {
                child.dispose();
            }
        }
        appear(false);
    }

    /** A line with an icon, what it is, and dim what is to be said of it. */
    void strong(String icon, String text, String detail) {
        new IconLine(this, look, icon, Tone.DIM, text, detail).setLayoutData(line());
        appear(true);
    }

    /** A line with a coloured dot. */
    void dotted(Tone tone, String text, String detail) {
        new IconLine(this, look, "dot", tone, text, detail).setLayoutData(line());
        appear(true);
    }

    void dim(String text) {
        TextLine line = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).text(text);
        GridData data = line();
        data.horizontalIndent = 36;
        line.setLayoutData(data);
        appear(true);
    }

    private static GridData line() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    private void appear(boolean visible) {
        setVisible(visible);
        ((GridData) getLayoutData()).exclude = !visible;
    }
}
