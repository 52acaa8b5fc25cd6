package org.waystation.shell.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A switch that is on or off, with its label. */
public final class Toggle extends PaintedControl {

    private static final int WIDTH = 32;
    private static final int HEIGHT = 18;
    private static final int KNOB = 12;
    private static final int GAP = 8;

    private final String label;
    private boolean on;
    private Consumer<Boolean> listener = value -> {};

    public Toggle(Composite parent, Look look, String label) {
        super(parent, look, true, ACC.ROLE_CHECKBUTTON);
        this.label = label;
    }

    public Toggle on(boolean newOn) {
        if (newOn != on) {
            on = newOn;
            redraw();
        }
        return this;
    }

    public boolean on() {
        return on;
    }

    public Toggle onChange(Consumer<Boolean> newListener) {
        listener = newListener;
        return this;
    }

    @Override
    protected void pressed(int x) {
        on(!on);
        listener.accept(on);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle track = new Rectangle(2, (area.height - HEIGHT) / 2, WIDTH, HEIGHT);
        int knobY = track.y + (HEIGHT - KNOB) / 2;
        if (on) {
            brush.fillRound(track, HEIGHT / 2, isEnabled() ? Tone.ACCENT_FILL : Tone.LINE);
            brush.disc(track.x + WIDTH - KNOB - 3, knobY, KNOB, Tone.ON_ACCENT);
        } else {
            brush.fillRound(track, HEIGHT / 2, hovered() ? Tone.SELECTION_UNFOCUSED : Tone.HOVER);
            brush.strokeRound(track, HEIGHT / 2, 1, Tone.FAINT);
            brush.disc(track.x + 3, knobY, KNOB, Tone.DIM);
        }
        int x = track.x + WIDTH + GAP;
        Rectangle words = new Rectangle(x, 0, area.width - x, area.height);
        brush.text(label, TextStyle.BODY, isEnabled() ? Tone.TEXT : Tone.FAINT, words, Align.LEFT);
        if (ringed()) {
            brush.strokeRound(new Rectangle(0, track.y - 2, WIDTH + 4, HEIGHT + 4), HEIGHT / 2 + 2, 2, Tone.ACCENT);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        int words = brush.width(label, TextStyle.BODY);
        return new Point(2 + WIDTH + (words == 0 ? 2 : GAP + words), 24);
    }

    @Override
    protected String accessibleName() {
        return label;
    }

    @Override
    protected int accessibleState() {
        return on ? ACC.STATE_CHECKED : ACC.STATE_NORMAL;
    }
}
