package org.waystation.companies.ui.internal.page;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** Plain text over the whole width, with its line breaks. */
final class NoteText extends PaintedControl {

    private static final int NATURAL_WIDTH = 420;

    private String text = "";

    NoteText(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_LABEL);
    }

    void text(String newText) {
        if (!newText.equals(text)) {
            text = newText;
            requestLayout();
            redraw();
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        TextLayout layout = layout(wHint < 0 ? NATURAL_WIDTH : wHint);
        try {
            Rectangle bounds = layout.getBounds();
            return new Point(wHint < 0 ? bounds.width : wHint, text.isEmpty() ? 0 : bounds.height);
        } finally {
            layout.dispose();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        TextLayout layout = layout(area.width);
        try {
            brush.gc().setForeground(look().color(Tone.TEXT));
            layout.draw(brush.gc(), 0, 0);
        } finally {
            layout.dispose();
        }
    }

    private TextLayout layout(int width) {
        TextLayout layout = new TextLayout(getDisplay());
        layout.setFont(look().font(TextStyle.BODY));
        layout.setText(text);
        layout.setWidth(Math.max(1, width));
        layout.setSpacing(2);
        return layout;
    }

    @Override
    protected Point measure(Brush brush) {
        return computeSize(-1, -1, true);
    }

    @Override
    protected String accessibleName() {
        return text;
    }
}
