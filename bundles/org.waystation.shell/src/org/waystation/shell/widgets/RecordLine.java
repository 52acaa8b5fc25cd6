package org.waystation.shell.widgets;

import java.util.ArrayList;
import java.util.List;
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
 * A record named within another one, as a line: icon or coloured dot, a dim number, what it is, and dim what is to be
 * said of it. Pressing it opens it; it may have one more thing to do at its end, such as a cross that takes it away,
 * which Delete does as well.
 */
public final class RecordLine extends PaintedControl {

    private static final int HEIGHT = 28;
    private static final int LEFT = 12;
    private static final int ICON = 24;
    private static final int END = 28;
    private static final int LEAST_DETAIL = 40;

    private String icon = "";
    private Tone iconTone = Tone.DIM;
    private String number = "";
    private String text = "";
    private String detail = "";
    private Tone detailTone = Tone.DIM;
    private String endIcon = "";
    private String endName = "";
    private @Nullable Runnable press;
    private @Nullable Runnable end;

    public RecordLine(Composite parent, Look look) {
        this(parent, look, true);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.MouseMove, event -> setToolTipText(overEnd(event.x) ? endName : null));
    }

    private RecordLine(Composite parent, Look look, boolean pressable) {
        super(parent, look, pressable, pressable ? ACC.ROLE_LINK : ACC.ROLE_LABEL);
    }

    /** A line that is only read, and so never takes the focus. */
    public static RecordLine still(Composite parent, Look look) {
        return new RecordLine(parent, look, false);
    }

    public RecordLine icon(String newIcon, Tone tone) {
        icon = newIcon;
        iconTone = tone;
        return this;
    }

    public RecordLine number(String newNumber) {
        number = newNumber;
        return this;
    }

    public RecordLine text(String newText) {
        text = newText;
        changed();
        return this;
    }

    public RecordLine detail(String newDetail, Tone tone) {
        detail = newDetail;
        detailTone = tone;
        return this;
    }

    public RecordLine onPress(Runnable newPress) {
        press = newPress;
        return this;
    }

    /** @param name what it does, such as "Remove the link" */
    public RecordLine atEnd(String newIcon, String name, Runnable run) {
        endIcon = newIcon;
        endName = name;
        end = run;
        return this;
    }

    private void key(Event event) {
        if (end != null && (event.keyCode == SWT.DEL || event.keyCode == SWT.ARROW_RIGHT)) {
            event.doit = false;
            end.run();
        }
    }

    private boolean overEnd(int x) {
        return end != null && x >= getClientArea().width - END - LEFT / 2;
    }

    @Override
    protected void pressed(int x) {
        if (end != null && x >= 0 && overEnd(x)) {
            end.run();
        } else if (press != null) {
            press.run();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (hovered() || ringed()) {
            Rectangle box = new Rectangle(4, 0, area.width - 8, HEIGHT);
            brush.fillRound(box, 6, Tone.HOVER);
            if (ringed()) {
                brush.strokeRound(box, 6, 2, Tone.ACCENT);
            }
        }
        int x = LEFT;
        if (!icon.isEmpty()) {
            brush.icon(icon, iconTone, x, (HEIGHT - 16) / 2);
            x += ICON;
        }
        int right = area.width - LEFT;
        if (end != null) {
            brush.icon(endIcon, hovered() || ringed() ? Tone.TEXT : Tone.FAINT, right - 16, (HEIGHT - 16) / 2);
            right -= END;
        }
        if (!number.isEmpty()) {
            x += brush.text(number, TextStyle.BODY, Tone.DIM, new Rectangle(x, 0, right - x, HEIGHT), Align.LEFT) + 8;
        }
        x += brush.text(text, TextStyle.BODY, Tone.TEXT, new Rectangle(x, 0, right - x, HEIGHT), Align.LEFT) + 6;
        if (right - x >= LEAST_DETAIL || brush.width(detail, TextStyle.SMALL) <= right - x) {
            brush.text(detail, TextStyle.SMALL, detailTone, new Rectangle(x, 0, right - x, HEIGHT), Align.LEFT);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(200, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {number, text, detail}) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }
}
