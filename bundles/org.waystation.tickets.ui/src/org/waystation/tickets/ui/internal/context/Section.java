package org.waystation.tickets.ui.internal.context;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.KeyHint;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.TextLine;

/** A titled part of the context; not there while it has no lines. */
final class Section extends Panel {

    private final Look look;
    private final Panel head;
    private final TextLine count;

    Section(Composite parent, Look look, String title) {
        this(parent, look, title, "");
    }

    /** @param keys a key binding to show beside the title; empty for none */
    Section(Composite parent, Look look, String title, String keys) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginBottom = 8;
        layout.verticalSpacing = 0;
        setLayout(layout);
        head = new Panel(this, look, Tone.PANEL, SWT.DOUBLE_BUFFERED);
        GridData headData = new GridData(SWT.FILL, SWT.TOP, true, false);
        headData.heightHint = 34;
        head.setLayoutData(headData);
        GridLayout row = new GridLayout(3, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        row.marginLeft = 12;
        row.marginRight = 6;
        row.marginTop = 4;
        row.horizontalSpacing = 6;
        head.setLayout(row);
        head.addListener(SWT.Paint, event -> {
            Rectangle area = head.getClientArea();
            new Brush(event.gc, look).line(0, 0, area.width, 0, Tone.LINE);
        });
        new TextLine(head, look, TextStyle.BODY_STRONG, Tone.TEXT).text(title);
        count = new TextLine(head, look, TextStyle.SMALL, Tone.DIM);
        count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        if (!keys.isEmpty()) {
            row.numColumns = 4;
            new KeyHint(head, look, keys).moveAbove(count);
        }
        appear(false);
    }

    /** What is said beside the title, such as how many there are. */
    void count(String words) {
        count.text(words);
    }

    void clear() {
        for (Control child : getChildren()) {
            if (child != head) {
                child.dispose();
            }
        }
        appear(false);
    }

    /** A line that may be pressed. */
    RecordLine line() {
        RecordLine line = new RecordLine(this, look);
        line.setLayoutData(wide());
        appear(true);
        return line;
    }

    /** A line with an icon, what it is, and dim what is to be said of it. */
    void strong(String icon, String text, String detail) {
        RecordLine line = RecordLine.still(this, look);
        line.setLayoutData(wide());
        line.icon(icon, Tone.DIM).detail(detail, Tone.DIM).text(text);
        appear(true);
    }

    void dim(String text) {
        TextLine line = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).text(text);
        GridData data = wide();
        data.horizontalIndent = 36;
        line.setLayoutData(data);
        appear(true);
    }

    static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    /** Whether it is there; with a control of somebody else's in it that has to be said. */
    void appear(boolean visible) {
        setVisible(visible);
        ((GridData) getLayoutData()).exclude = !visible;
    }
}
