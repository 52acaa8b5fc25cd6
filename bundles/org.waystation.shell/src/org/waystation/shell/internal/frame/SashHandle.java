package org.waystation.shell.internal.frame;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/**
 * The line between a tool window and its neighbour, which can be dragged; a double click brings the first size back.
 * It is wider than the hairline it paints, in the colours of what lies on both sides, so that the hand finds it.
 */
final class SashHandle extends Canvas {

    static final int THICKNESS = 5;
    /** Height of the heads of tool windows and of the row of tabs, whose bottom line runs on through the handle. */
    private static final int HEAD = 36;

    private final Look look;
    private final Side side;
    private final ToolWindows toolWindows;
    private boolean grabbed;
    private int offset;

    SashHandle(Composite frame, Side side, ToolWindows toolWindows, Look look) {
        super(frame, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.look = look;
        this.side = side;
        this.toolWindows = toolWindows;
        setData("org.waystation.id", "waystation.sash." + side.code());
        setCursor(getDisplay().getSystemCursor(side == Side.BOTTOM ? SWT.CURSOR_SIZENS : SWT.CURSOR_SIZEWE));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::grab);
        addListener(SWT.MouseMove, event -> drag());
        addListener(SWT.MouseUp, event -> grabbed = false);
        addListener(SWT.MouseDoubleClick, event -> resize(side.size()));
        look.onChange(this, this::redraw);
    }

    private void grab(Event event) {
        if (event.button == 1) {
            toolWindows.shown(side).ifPresent(part -> {
                grabbed = true;
                offset = ToolWindows.size(part) - outwards(cursor());
            });
        }
    }

    private void drag() {
        if (grabbed) {
            resize(offset + outwards(cursor()));
        }
    }

    private void resize(int pixels) {
        toolWindows.shown(side).ifPresent(part -> {
            ToolWindows.resize(part, pixels);
            getParent().layout();
        });
    }

    /** How far the pointer is towards the editors. */
    private int outwards(Point at) {
        return switch (side) {
            case LEFT -> at.x;
            case RIGHT -> -at.x;
            case BOTTOM -> -at.y;
        };
    }

    private Point cursor() {
        return getParent().toControl(getDisplay().getCursorLocation());
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        int half = THICKNESS / 2;
        if (side == Side.BOTTOM) {
            fill(gc, Tone.EDITOR, 0, 0, area.width, half);
            fill(gc, Tone.LINE, 0, half, area.width, 1);
            fill(gc, Tone.PANEL, 0, half + 1, area.width, half);
            return;
        }
        boolean left = side == Side.LEFT;
        fill(gc, left ? Tone.PANEL : Tone.EDITOR, 0, 0, half, area.height);
        fill(gc, left ? Tone.EDITOR : Tone.PANEL, half + 1, 0, half, area.height);
        fill(gc, Tone.STRIP, left ? half + 1 : 0, 0, half, HEAD);
        fill(gc, Tone.LINE, 0, HEAD - 1, area.width, 1);
        fill(gc, Tone.LINE, half, 0, 1, area.height);
    }

    private void fill(GC gc, Tone tone, int x, int y, int width, int height) {
        gc.setBackground(look.color(tone));
        gc.fillRectangle(x, y, width, height);
    }
}
