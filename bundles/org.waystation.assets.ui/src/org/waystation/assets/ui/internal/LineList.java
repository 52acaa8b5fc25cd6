package org.waystation.assets.ui.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/**
 * What would come of something, line by line, however many there are: only those in sight are painted. Arrows, Page, Home
 * and End move, and where lines can be left out, Space does that.
 *
 * @param <T> one line
 */
public final class LineList<T> extends PaintedControl {

    private static final int ROW = 28;
    private static final int BOX = 14;
    private static final int PADDING = 12;
    private static final int BAR = 6;
    private static final int NUMBER = 40;

    private final String name;
    private final Function<T, Line> paint;
    private final boolean choosable;
    private final BitSet left = new BitSet();
    private List<T> lines = List.of();
    private String nothing = "";
    private int selected;
    private int top;
    private Runnable chosen = () -> {};

    /**
     * One line as it is painted.
     *
     * @param number dim, in front; such as the line of a file
     * @param title what it is
     * @param text what would come of it
     * @param tone of that text
     */
    public record Line(String number, String title, String text, Tone tone) {}

    /** @param choosable whether lines can be left out */
    public LineList(Composite parent, Look look, String name, boolean choosable, Function<T, Line> paint) {
        super(parent, look, true, ACC.ROLE_LIST);
        this.name = name;
        this.choosable = choosable;
        this.paint = paint;
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.MouseVerticalWheel, event -> scroll(-event.count));
        addListener(SWT.Resize, event -> scroll(0));
        addListener(SWT.MouseMove, event -> tell(top + event.y / ROW));
    }

    /** Called after a line was left out or taken back. */
    public LineList<T> onChoose(Runnable listener) {
        chosen = listener;
        return this;
    }

    /** @param newNothing what is said where there are none */
    public void show(List<T> newLines, String newNothing) {
        lines = List.copyOf(newLines);
        nothing = newNothing;
        left.clear();
        selected = 0;
        top = 0;
        redraw();
    }

    /** Those that are not left out. */
    public List<T> taken() {
        return IntStream.range(0, lines.size())
                .filter(index -> !left.get(index))
                .mapToObj(lines::get)
                .toList();
    }

    public int size() {
        return lines.size();
    }

    private int visible() {
        return Math.max(1, getClientArea().height / ROW);
    }

    private void scroll(int by) {
        top = Math.clamp((long) top + by, 0, Math.max(0, lines.size() - visible()));
        redraw();
    }

    private void select(int index) {
        if (!lines.isEmpty()) {
            selected = Math.clamp(index, 0, lines.size() - 1);
            top = Math.clamp(top, Math.max(0, selected - visible() + 1), selected);
            redraw();
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> select(selected + 1);
            case SWT.ARROW_UP -> select(selected - 1);
            case SWT.PAGE_DOWN -> select(selected + visible());
            case SWT.PAGE_UP -> select(selected - visible());
            case SWT.HOME -> select(0);
            case SWT.END -> select(lines.size() - 1);
            default -> {
                return;
            }
        }
        event.doit = false;
    }

    @Override
    protected void pressed(int x) {
        if (x >= 0) {
            Point at = toControl(getDisplay().getCursorLocation());
            int index = top + at.y / ROW;
            if (index >= lines.size()) {
                return;
            }
            select(index);
            if (x > PADDING + BOX + PADDING) {
                return;
            }
        }
        if (choosable && selected < lines.size()) {
            left.flip(selected);
            redraw();
            chosen.run();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.fillRound(area, 6, Tone.EDITOR);
        if (lines.isEmpty()) {
            Rectangle middle = new Rectangle(0, 0, area.width, Math.min(area.height, 3 * ROW));
            brush.text(nothing, TextStyle.BODY, Tone.DIM, middle, Align.CENTER);
        }
        int last = Math.min(lines.size(), top + visible() + 1);
        int titles = lines.subList(top, last).stream()
                .mapToInt(line -> brush.width(paint.apply(line).title(), TextStyle.BODY))
                .max()
                .orElse(0);
        for (int i = top; i < last; i++) {
            paint(brush, i, new Rectangle(0, (i - top) * ROW, area.width, ROW), titles);
        }
        if (lines.size() > visible()) {
            int height = Math.max(24, area.height * visible() / lines.size());
            int y = (area.height - height) * top / Math.max(1, lines.size() - visible());
            brush.fillRound(new Rectangle(area.width - BAR - 2, y, BAR, height), BAR / 2, Tone.LINE);
        }
        brush.strokeRound(area, 6, ringed() ? 2 : 1, ringed() ? Tone.ACCENT : Tone.LINE);
    }

    /** What a line says may be longer than there is room. */
    private void tell(int index) {
        String text = index < lines.size() ? paint.apply(lines.get(index)).text() : "";
        if (!text.equals(Objects.requireNonNullElse(getToolTipText(), ""))) {
            setToolTipText(text);
        }
    }

    private void paint(Brush brush, int index, Rectangle row, int titles) {
        Line line = paint.apply(lines.get(index));
        boolean out = left.get(index);
        if (index == selected && isFocusControl()) {
            brush.fillRound(new Rectangle(2, row.y, row.width - 4, ROW), 5, Tone.SELECTION);
        }
        int x = PADDING;
        if (choosable) {
            Rectangle box = new Rectangle(x, row.y + (ROW - BOX) / 2, BOX, BOX);
            if (out) {
                brush.strokeRound(box, 4, 1, Tone.FAINT);
            } else {
                brush.fillRound(box, 4, Tone.ACCENT_FILL);
                brush.icon("check", Tone.ON_ACCENT, box.x - 1, box.y - 1);
            }
            x += BOX + 10;
        }
        if (!line.number().isEmpty()) {
            brush.text(line.number(), TextStyle.SMALL, Tone.DIM, new Rectangle(x, row.y, NUMBER, ROW), Align.RIGHT);
            x += NUMBER + 12;
        }
        int right = row.width - PADDING - BAR;
        int titleWidth = Math.min(titles, (right - x) * 2 / 5);
        Tone tone = out ? Tone.FAINT : Tone.TEXT;
        brush.text(line.title(), TextStyle.BODY, tone, new Rectangle(x, row.y, titleWidth, ROW), Align.LEFT);
        x += titleWidth + 12;
        Rectangle rest = new Rectangle(x, row.y, right - x, ROW);
        brush.text(line.text(), TextStyle.SMALL, out ? Tone.FAINT : line.tone(), rest, Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(400, 8 * ROW);
    }

    @Override
    protected String accessibleName() {
        if (lines.isEmpty()) {
            return name + ": " + nothing;
        }
        Line line = paint.apply(lines.get(selected));
        return name + ", " + (selected + 1) + " of " + lines.size() + ": " + line.title() + ", " + line.text()
                + (choosable && left.get(selected) ? ", left out" : "");
    }
}
