package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Text over as many lines as its width asks for. */
public final class WrappedText extends PaintedControl {

    /** Of its own accord, and as lines in the middle of something: longer ones are hard to follow there. */
    private static final int WIDEST = 420;

    private final TextStyle style;
    private final Tone tone;
    private Align align = Align.LEFT;
    private String text = "";

    public WrappedText(Composite parent, Look look, TextStyle style, Tone tone) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.style = style;
        this.tone = tone;
    }

    public WrappedText text(String newText) {
        if (!newText.equals(text)) {
            text = newText;
            requestLayout();
            redraw();
        }
        return this;
    }

    public WrappedText align(Align newAlign) {
        align = newAlign;
        return this;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        TextLayout layout = layout(wHint == SWT.DEFAULT ? WIDEST : width(wHint));
        try {
            Rectangle bounds = layout.getBounds();
            int height = text.isEmpty() ? 0 : bounds.height;
            return new Point(wHint == SWT.DEFAULT ? bounds.width : wHint, hHint == SWT.DEFAULT ? height : hHint);
        } finally {
            layout.dispose();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (text.isEmpty()) {
            return;
        }
        int width = width(area.width);
        TextLayout layout = layout(width);
        try {
            brush.gc().setForeground(look().color(tone));
            layout.draw(brush.gc(), align == Align.CENTER ? (area.width - width) / 2 : 0, 0);
        } finally {
            layout.dispose();
        }
    }

    private int width(int given) {
        return align == Align.CENTER ? Math.min(given, WIDEST) : given;
    }

    private TextLayout layout(int width) {
        TextLayout layout = new TextLayout(getDisplay());
        layout.setFont(look().font(style));
        layout.setText(text);
        layout.setWidth(Math.max(1, width));
        layout.setSpacing(1);
        layout.setAlignment(align == Align.CENTER ? SWT.CENTER : SWT.LEFT);
        return layout;
    }

    @Override
    protected Point measure(Brush brush) {
        return computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
    }

    @Override
    protected String accessibleName() {
        return text;
    }
}
