package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** The head of a tool window, 36 px high: title, what it shows, and its buttons on the right. */
public final class ToolHead extends Panel {

    public static final int HEIGHT = 36;

    private final Look look;
    private final TextLine subtitle;

    public ToolHead(Composite parent, Look look, String title) {
        super(parent, look, Tone.PANEL, SWT.DOUBLE_BUFFERED);
        this.look = look;
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginLeft = 12;
        layout.marginRight = 6;
        layout.marginBottom = 1;
        layout.horizontalSpacing = 2;
        setLayout(layout);
        TextLine name = new TextLine(this, look, TextStyle.BODY_STRONG, Tone.TEXT).text(title);
        name.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, true));
        subtitle = new TextLine(this, look, TextStyle.SMALL, Tone.DIM);
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, true);
        rest.horizontalIndent = 6;
        rest.widthHint = 20;
        subtitle.setLayoutData(rest);
        addListener(SWT.Paint, e -> {
            Rectangle area = getClientArea();
            new Brush(e.gc, look).line(0, area.height - 1, area.width, area.height - 1, Tone.LINE);
        });
    }

    public void subtitle(String text) {
        subtitle.text(text);
    }

    public String subtitle() {
        return subtitle.getText();
    }

    /** Adds a button with an icon. */
    public FlatButton button(String icon, String name) {
        ((GridLayout) getLayout()).numColumns++;
        FlatButton button =
                new FlatButton(this, look, FlatButton.Kind.QUIET).icon(icon).name(name);
        button.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, true));
        return button;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(super.computeSize(wHint, HEIGHT, changed).x, HEIGHT);
    }
}
