package org.waystation.shell.widgets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/**
 * A thin scroll bar that follows the theme. It is for the pointer alone: what scrolls has its own keys, so the bar
 * never takes the focus.
 */
public final class SlimBar extends Canvas {

    public static final int SIZE = 10;
    private static final int LEAST_KNOB = 28;

    private final Look look;
    private final boolean vertical;
    private final List<Runnable> listeners = new ArrayList<>();
    private int maximum = 1;
    private int thumb = 1;
    private int selection;
    private boolean hovered;
    private int grip = -1;

    public SlimBar(Composite parent, Look look, boolean vertical) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.look = look;
        this.vertical = vertical;
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseUp, e -> grip(-1));
        addListener(SWT.MouseEnter, e -> hover(true));
        addListener(SWT.MouseExit, e -> hover(false));
        look.onChange(this, this::redraw);
    }

    /** Called when somebody moved it. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    public int selection() {
        return selection;
    }

    public int maximum() {
        return maximum;
    }

    public int thumb() {
        return thumb;
    }

    /** Shows what part of the whole is visible, without telling the listeners. */
    public void values(int newSelection, int newThumb, int newMaximum) {
        maximum = Math.max(1, newMaximum);
        thumb = Math.clamp(newThumb, 1, maximum);
        selection = Math.clamp(newSelection, 0, maximum - thumb);
        redraw();
    }

    private void move(int newSelection) {
        int clamped = Math.clamp(newSelection, 0, maximum - thumb);
        if (clamped != selection) {
            selection = clamped;
            redraw();
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    private void down(Event e) {
        int at = vertical ? e.y : e.x;
        Rectangle knob = knob();
        int start = vertical ? knob.y : knob.x;
        int length = vertical ? knob.height : knob.width;
        if (at >= start && at < start + length) {
            grip(at - start);
        } else {
            move(selection + (at < start ? -thumb : thumb));
        }
    }

    private void drag(Event e) {
        if (grip >= 0) {
            int room = length() - knobLength();
            int at = (vertical ? e.y : e.x) - grip;
            move(room <= 0 ? 0 : (int) Math.round((double) at / room * (maximum - thumb)));
        }
    }

    private void grip(int newGrip) {
        grip = newGrip;
        redraw();
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }

    private int length() {
        return vertical ? getClientArea().height : getClientArea().width;
    }

    private int knobLength() {
        return Math.max(Math.min(LEAST_KNOB, length()), (int) ((long) length() * thumb / maximum));
    }

    private Rectangle knob() {
        int length = knobLength();
        int room = length() - length;
        int start = maximum == thumb ? 0 : (int) ((long) room * selection / (maximum - thumb));
        return vertical ? new Rectangle(0, start, SIZE, length) : new Rectangle(start, 0, length, SIZE);
    }

    private void paint(Event e) {
        Brush brush = new Brush(e.gc, look);
        brush.fill(getClientArea(), Ground.under(this));
        if (thumb >= maximum) {
            return;
        }
        Rectangle knob = knob();
        Rectangle shape = new Rectangle(knob.x + 2, knob.y + 2, knob.width - 4, knob.height - 4);
        e.gc.setAlpha(grip >= 0 ? 190 : hovered ? 150 : 90);
        brush.fillRound(shape, (SIZE - 4) / 2, Tone.FAINT);
        e.gc.setAlpha(255);
    }
}
