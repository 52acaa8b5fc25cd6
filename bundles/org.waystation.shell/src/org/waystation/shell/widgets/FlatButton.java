package org.waystation.shell.widgets;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/**
 * A button: a word, an icon or both. With a menu and no press of its own it drops the menu down; with both it is split,
 * and the part with the chevron (or Alt+Down) drops the menu down.
 */
public final class FlatButton extends PaintedControl {

    /** How much it stands out. */
    public enum Kind {
        /** The one thing to do next. */
        PRIMARY,
        /** With a hairline. */
        PLAIN,
        /** Without one, until the pointer is over it: tool bars. */
        QUIET
    }

    private static final int HEIGHT = 28;
    private static final int RADIUS = 6;
    private static final int ICON = 16;
    private static final int GAP = 6;
    private static final int CHEVRON = 26;

    private final Kind kind;
    private String text = "";
    private String icon = "";
    private String keys = "";
    private String name = "";
    private boolean on;
    private @Nullable Runnable press;
    private @Nullable Supplier<List<MenuChoice>> menu;

    public FlatButton(Composite parent, Look look, Kind kind) {
        super(parent, look, true, ACC.ROLE_PUSHBUTTON);
        this.kind = kind;
        addListener(SWT.KeyDown, this::dropByKey);
    }

    public FlatButton text(String newText) {
        if (!newText.equals(text)) {
            text = newText;
            changed();
        }
        return this;
    }

    @Override
    public String getText() {
        return text;
    }

    /** @param newIcon name of an icon of the look; none for empty */
    public FlatButton icon(String newIcon) {
        if (!newIcon.equals(icon)) {
            icon = newIcon;
            changed();
        }
        return this;
    }

    /** The key binding, shown after the text, or on hover where there is only an icon. */
    public FlatButton keys(String newKeys) {
        keys = newKeys;
        tip();
        changed();
        return this;
    }

    /** What it is called where it has no text; shown on hover. */
    public FlatButton name(String newName) {
        name = newName;
        tip();
        return this;
    }

    /** Whether what it switches is on. */
    public FlatButton on(boolean newOn) {
        if (newOn != on) {
            on = newOn;
            redraw();
        }
        return this;
    }

    public FlatButton onPress(Runnable newPress) {
        press = newPress;
        return this;
    }

    /** Asked each time it drops down. */
    public FlatButton menu(Supplier<List<MenuChoice>> newMenu) {
        menu = newMenu;
        changed();
        return this;
    }

    /** Presses it as a click would. */
    public void press() {
        if (isEnabled()) {
            pressed(-1);
        }
    }

    /** Opens its menu. */
    public void drop() {
        if (menu != null && isEnabled()) {
            new PopupMenu(this, look(), menu.get()).open();
        }
    }

    @Override
    protected void pressed(int x) {
        if (press == null || menu != null && x >= getSize().x - CHEVRON) {
            drop();
        } else {
            press.run();
        }
    }

    private void dropByKey(Event e) {
        if (e.keyCode == SWT.ARROW_DOWN && menu != null) {
            e.doit = false;
            drop();
        }
    }

    private void tip() {
        String tip = name + (keys.isEmpty() || !text.isEmpty() ? "" : "  " + keys);
        setToolTipText(tip.isBlank() ? null : tip.replace("&", "&&"));
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle box = new Rectangle(0, (area.height - HEIGHT) / 2, area.width, HEIGHT);
        paintGround(brush, box);
        Tone tone = textTone();
        int x = iconOnly() ? (area.width - ICON) / 2 : padding() + spare(brush, area.width) / 2;
        if (!icon.isEmpty()) {
            brush.icon(icon, tone, x, box.y + (HEIGHT - ICON) / 2);
            x += ICON + GAP;
        }
        int right = area.width - (menu != null && !iconOnly() ? CHEVRON : padding()) - keysWidth(brush);
        x += brush.text(text, style(), tone, new Rectangle(x, box.y, right - x, HEIGHT), Align.LEFT);
        if (showsKeys()) {
            Tone frame = kind == Kind.PRIMARY ? Tone.ON_ACCENT : Tone.LINE;
            KeyHint.paint(brush, keys, tone == Tone.TEXT ? Tone.DIM : tone, frame, x + GAP, box.y + 6);
        }
        if (menu != null && !iconOnly()) {
            paintChevron(brush, box, tone);
        }
        if (ringed()) {
            brush.strokeRound(box, RADIUS, 2, kind == Kind.PRIMARY ? Tone.TEXT : Tone.ACCENT);
        }
    }

    private void paintGround(Brush brush, Rectangle box) {
        if (kind == Kind.PRIMARY && isEnabled()) {
            brush.fillRound(box, RADIUS, Tone.ACCENT_FILL);
            if (hovered()) {
                brush.gc().setAlpha(held() ? 60 : 30);
                brush.fillRound(box, RADIUS, Tone.TEXT);
                brush.gc().setAlpha(255);
            }
        } else if (on) {
            brush.fillRound(box, RADIUS, Tone.ACCENT_FILL);
        } else if (held()) {
            brush.fillRound(box, RADIUS, Tone.SELECTION_UNFOCUSED);
        } else if (hovered()) {
            brush.fillRound(box, RADIUS, Tone.HOVER);
        } else if (kind == Kind.PLAIN) {
            brush.fillRound(box, RADIUS, Tone.PANEL);
        }
        if (kind == Kind.PLAIN || kind == Kind.PRIMARY && !isEnabled()) {
            brush.strokeRound(box, RADIUS, 1, Tone.LINE);
        }
    }

    private void paintChevron(Brush brush, Rectangle box, Tone tone) {
        int left = box.width - CHEVRON;
        if (press != null) {
            brush.gc().setAlpha(kind == Kind.PRIMARY ? 110 : 255);
            brush.line(left, box.y + 6, left, box.y + HEIGHT - 7, kind == Kind.PRIMARY ? Tone.ON_ACCENT : Tone.LINE);
            brush.gc().setAlpha(255);
        }
        brush.icon("chevron-down", tone == Tone.TEXT ? Tone.DIM : tone, left + (CHEVRON - ICON) / 2, box.y + 6);
    }

    private Tone textTone() {
        if (!isEnabled()) {
            return Tone.FAINT;
        }
        if (kind == Kind.PRIMARY || on) {
            return Tone.ON_ACCENT;
        }
        return kind == Kind.QUIET && !hovered() ? Tone.DIM : Tone.TEXT;
    }

    private TextStyle style() {
        return kind == Kind.PRIMARY ? TextStyle.BODY_STRONG : TextStyle.BODY;
    }

    private boolean iconOnly() {
        return text.isEmpty();
    }

    private boolean showsKeys() {
        return !keys.isEmpty() && !text.isEmpty();
    }

    private int keysWidth(Brush brush) {
        return showsKeys() ? KeyHint.width(brush, keys) + GAP : 0;
    }

    /** What is wider than it has to be shows its words in the middle, save a line of a list and what drops a menu down. */
    private int spare(Brush brush, int width) {
        return menu != null || kind == Kind.QUIET ? 0 : Math.max(0, width - measure(brush).x);
    }

    private int padding() {
        return kind == Kind.QUIET ? 8 : 12;
    }

    @Override
    protected Point measure(Brush brush) {
        if (iconOnly()) {
            return new Point(HEIGHT, HEIGHT);
        }
        int width = padding()
                + (icon.isEmpty() ? 0 : ICON + GAP)
                + brush.width(text, style())
                + keysWidth(brush)
                + (menu != null ? GAP / 2 + CHEVRON : padding());
        return new Point(width, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return name.isEmpty() ? text : name;
    }

    @Override
    protected int accessibleState() {
        return (on ? ACC.STATE_PRESSED : ACC.STATE_NORMAL) | (isEnabled() ? 0 : ACC.STATE_DISABLED);
    }
}
