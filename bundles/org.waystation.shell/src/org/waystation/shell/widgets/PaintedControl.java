package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/**
 * A control that paints itself. Those that can be pressed take the focus, are pressed by click, Space and Enter, and
 * show a ring when the keyboard brought the focus.
 */
public abstract class PaintedControl extends Canvas {

    private final Look look;
    private final boolean pressable;
    private boolean hovered;
    private boolean pressed;
    private boolean clicked;

    /**
     * @param pressable whether it can be pressed, and so have the focus
     * @param role of {@link ACC}, such as {@link ACC#ROLE_PUSHBUTTON}
     */
    protected PaintedControl(Composite parent, Look look, boolean pressable, int role) {
        super(parent, SWT.DOUBLE_BUFFERED | (pressable ? SWT.NONE : SWT.NO_FOCUS));
        this.look = look;
        this.pressable = pressable;
        addListener(SWT.Paint, this::onPaint);
        look.onChange(this, this::redraw);
        describe(role);
        if (pressable) {
            listenForPresses();
        }
    }

    protected abstract void paint(Brush brush, Rectangle area);

    protected abstract Point measure(Brush brush);

    /** What it is called where it cannot be seen. */
    protected abstract String accessibleName();

    /** It was pressed; {@code x} is where, or -1 by keyboard. */
    protected void pressed(int x) {}

    protected final Look look() {
        return look;
    }

    protected final boolean hovered() {
        return hovered && isEnabled();
    }

    protected final boolean held() {
        return pressed && hovered && isEnabled();
    }

    /** Whether to show the ring. */
    protected final boolean ringed() {
        return isFocusControl() && !clicked;
    }

    /** The states it is in for assistive technology, of {@link ACC}. */
    protected int accessibleState() {
        return ACC.STATE_NORMAL;
    }

    /** What it says. */
    public String getText() {
        return accessibleName();
    }

    /** The accessible name is asked for when it is wanted, since it changes with what is shown. */
    @Override
    public Object getData(String key) {
        return WidgetId.NAME.equals(key) ? accessibleName() : super.getData(key);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        checkWidget();
        GC gc = new GC(this);
        try {
            Point size = measure(new Brush(gc, look));
            return new Point(wHint == SWT.DEFAULT ? size.x : wHint, hHint == SWT.DEFAULT ? size.y : hHint);
        } finally {
            gc.dispose();
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != getEnabled()) {
            super.setEnabled(enabled);
            redraw();
        }
    }

    /** Shows it anew after what it says has changed; the parent lays out again where the size changed. */
    protected final void changed() {
        Point wanted = computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
        if (!wanted.equals(getSize())) {
            requestLayout();
        }
        redraw();
    }

    private void onPaint(Event e) {
        Brush brush = new Brush(e.gc, look);
        Rectangle area = getClientArea();
        brush.fill(area, ground());
        paint(brush, area);
    }

    /** The tone under it. */
    protected Tone ground() {
        return Ground.under(this);
    }

    private void listenForPresses() {
        addListener(SWT.MouseEnter, e -> hover(true));
        addListener(SWT.MouseExit, e -> hover(false));
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> {
            clicked = false;
            redraw();
        });
        addListener(SWT.Traverse, PaintedControl::traverse);
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }

    private void down(Event e) {
        if (e.button == 1) {
            pressed = true;
            clicked = true;
            forceFocus();
            redraw();
        }
    }

    private void up(Event e) {
        if (e.button != 1 || !pressed) {
            return;
        }
        pressed = false;
        redraw();
        if (getClientArea().contains(e.x, e.y)) {
            pressed(e.x);
        }
    }

    private void key(Event e) {
        clicked = false;
        if (e.stateMask == 0 && (e.character == ' ' || e.character == SWT.CR || e.keyCode == SWT.KEYPAD_CR)) {
            e.doit = false;
            pressed(-1);
        }
    }

    /** Return belongs to the control itself; the rest moves the focus. */
    private static void traverse(Event e) {
        e.doit = e.detail != SWT.TRAVERSE_RETURN
                && e.detail != SWT.TRAVERSE_ARROW_NEXT
                && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
    }

    private void describe(int role) {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = accessibleName();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = role;
            }

            @Override
            public void getState(AccessibleControlEvent e) {
                e.detail = accessibleState() | (pressable ? ACC.STATE_FOCUSABLE : 0);
            }
        });
    }
}
