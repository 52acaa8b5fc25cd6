package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A token in a filter box; pressing it, Delete and Backspace take it out. */
final class Chip extends PaintedControl {

    private static final int HEIGHT = 18;
    private static final int PADDING = 6;
    private static final int CROSS = 14;

    private final String token;
    private final Runnable remove;

    Chip(Composite parent, Look look, String token, Runnable remove) {
        super(parent, look, true, ACC.ROLE_PUSHBUTTON);
        this.token = token;
        this.remove = remove;
        addListener(SWT.KeyDown, this::key);
        setToolTipText("Remove " + token.replace("&", "&&"));
    }

    String token() {
        return token;
    }

    private void key(Event e) {
        if (e.keyCode == SWT.DEL || e.keyCode == SWT.BS) {
            remove.run();
        }
    }

    @Override
    protected void pressed(int x) {
        remove.run();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle box = new Rectangle(0, (area.height - HEIGHT) / 2, area.width, HEIGHT);
        brush.fillRound(box, 4, Tone.ACCENT_BACKGROUND);
        Rectangle words = new Rectangle(PADDING, box.y, area.width - 2 * PADDING, HEIGHT);
        if (hovered() || ringed()) {
            words.width -= CROSS - PADDING;
            int x = area.width - CROSS;
            brush.gc().setLineWidth(1);
            brush.line(x + 2, box.y + 6, x + 8, box.y + 12, Tone.ACCENT);
            brush.line(x + 8, box.y + 6, x + 2, box.y + 12, Tone.ACCENT);
        }
        brush.text(token, TextStyle.SMALL, Tone.ACCENT, words, Align.LEFT);
        if (ringed()) {
            brush.strokeRound(box, 4, 2, Tone.ACCENT);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(brush.width(token, TextStyle.SMALL) + 2 * PADDING, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return "Filter " + token + ", press to remove";
    }
}
