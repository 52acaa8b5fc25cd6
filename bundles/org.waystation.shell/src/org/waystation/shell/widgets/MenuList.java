package org.waystation.shell.widgets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** The lines of a popup menu. */
final class MenuList extends PaintedControl {

    private static final int ROW = 28;
    private static final int MARGIN = 4;
    private static final int PADDING = 10;
    private static final int MARK = 22;
    private static final int WIDEST = 420;

    private List<MenuChoice> all;
    private List<MenuChoice> shown;
    private String typed = "";
    private int selected;
    private int top;

    MenuList(Composite parent, Look look, List<MenuChoice> items) {
        super(parent, look, true, ACC.ROLE_MENU);
        all = List.copyOf(items);
        shown = all;
        selected = firstChoice();
        addListener(SWT.MouseMove, this::point);
        addListener(SWT.MouseVerticalWheel, e -> scroll(-Integer.signum(e.count)));
    }

    /** Shows other items; the first of them is selected. */
    void items(List<MenuChoice> items) {
        all = List.copyOf(items);
        narrow("");
    }

    static int heightOf(int rows) {
        return rows * ROW + 2 * MARGIN;
    }

    String typed() {
        return typed;
    }

    /** Shows the items whose label holds what was typed. */
    void narrow(String text) {
        typed = text;
        shown = text.isEmpty()
                ? all
                : all.stream()
                        .filter(item -> !item.heading()
                                && item.label().toLowerCase(Locale.ROOT).contains(text))
                        .toList();
        top = 0;
        selected = firstChoice();
        redraw();
    }

    Optional<MenuChoice> selected() {
        return selected >= 0 && selected < shown.size() ? Optional.of(shown.get(selected)) : Optional.empty();
    }

    void move(int step) {
        for (int next = selected + step; next >= 0 && next < shown.size(); next += step) {
            if (!shown.get(next).heading()) {
                select(next);
                return;
            }
        }
    }

    void toEnd(int direction) {
        selected = direction < 0 ? -1 : shown.size();
        move(-direction);
    }

    private void select(int index) {
        selected = index;
        int visible = visibleRows();
        if (selected < top) {
            top = selected;
        } else if (selected >= top + visible) {
            top = selected - visible + 1;
        }
        redraw();
    }

    private int firstChoice() {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).checked()) {
                return i;
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).heading()) {
                return i;
            }
        }
        return -1;
    }

    private void point(Event e) {
        int index = top + (e.y - MARGIN) / ROW;
        if (index != selected
                && index >= 0
                && index < shown.size()
                && !shown.get(index).heading()) {
            selected = index;
            redraw();
        }
    }

    private void scroll(int rows) {
        top = Math.max(0, Math.min(top + rows, shown.size() - visibleRows()));
        redraw();
    }

    private int visibleRows() {
        return Math.max(1, (getClientArea().height - 2 * MARGIN) / ROW);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (shown.isEmpty()) {
            Rectangle box = new Rectangle(PADDING, MARGIN, area.width - 2 * PADDING, ROW);
            brush.text("Nothing matches “" + typed + "”", TextStyle.BODY, Tone.DIM, box, Align.LEFT);
        }
        int last = Math.min(shown.size(), top + visibleRows());
        for (int i = top; i < last; i++) {
            paintItem(brush, shown.get(i), new Rectangle(0, MARGIN + (i - top) * ROW, area.width, ROW), i == selected);
        }
    }

    private void paintItem(Brush brush, MenuChoice item, Rectangle row, boolean chosen) {
        if (chosen) {
            brush.fillRound(new Rectangle(MARGIN, row.y, row.width - 2 * MARGIN, ROW), 6, Tone.SELECTION);
        }
        int x = PADDING;
        if (marks()) {
            String mark = item.checked() ? "check" : item.icon();
            if (!mark.isEmpty()) {
                brush.icon(mark, item.checked() ? Tone.ACCENT : Tone.DIM, x, row.y + 6);
            }
            x += item.heading() ? 0 : MARK;
        }
        int detail = brush.width(item.detail(), TextStyle.SMALL);
        int right = row.width - PADDING - (detail == 0 ? 0 : detail + PADDING);
        TextStyle style = item.heading() ? TextStyle.SMALL_STRONG : TextStyle.BODY;
        Tone tone = item.heading() ? Tone.DIM : Tone.TEXT;
        brush.text(item.label(), style, tone, new Rectangle(x, row.y, right - x, ROW), Align.LEFT);
        Rectangle end = new Rectangle(row.width - PADDING - detail, row.y, detail, ROW);
        brush.text(item.detail(), TextStyle.SMALL, Tone.DIM, end, Align.LEFT);
    }

    private boolean marks() {
        return all.stream().anyMatch(item -> item.checked() || !item.icon().isEmpty());
    }

    @Override
    protected Point measure(Brush brush) {
        int width = 0;
        for (MenuChoice item : all) {
            int detail = brush.width(item.detail(), TextStyle.SMALL);
            int label = brush.width(item.label(), TextStyle.BODY_STRONG);
            width = Math.max(width, label + (detail == 0 ? 0 : detail + 2 * PADDING));
        }
        return new Point(Math.min(WIDEST, width + 2 * PADDING + (marks() ? MARK : 0) + 8), heightOf(all.size()));
    }

    @Override
    protected String accessibleName() {
        return selected().map(MenuChoice::label).orElse("");
    }
}
