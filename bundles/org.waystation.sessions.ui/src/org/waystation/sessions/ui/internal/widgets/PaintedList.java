package org.waystation.sessions.ui.internal.widgets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;
import org.waystation.shell.widgets.SlimBar;

/** A list whose lines are painted, so that ten thousand of them cost no more than those in view. */
public final class PaintedList<T> extends Composite {

    private static final int PADDING = 12;
    private static final int ICON = 24;
    private static final int LINE = 28;
    private static final int TWO_LINES = 54;

    private final Look look;
    private final Tone ground;
    private final Function<T, Line> painter;
    private final Canvas canvas;
    private final SlimBar bar;
    private final String name;
    private final int rowHeight;
    private List<T> items = List.of();
    private int selected = -1;
    private int top;
    private Consumer<T> open = item -> {};
    private Function<T, List<MenuChoice>> menu = item -> List.of();

    /**
     * What a line shows.
     *
     * @param detail second line, dim; only where the list has two lines
     * @param right at the right end, dim
     */
    public record Line(String icon, Tone iconTone, String title, String detail, String right) {}

    public PaintedList(
            Composite parent, Look look, Tone ground, String name, boolean twoLines, Function<T, Line> painter) {
        super(parent, SWT.NONE);
        this.look = look;
        this.ground = ground;
        this.name = name;
        this.painter = painter;
        this.rowHeight = twoLines ? TWO_LINES : LINE;
        canvas = new Canvas(this, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        bar = new SlimBar(this, look, true);
        bar.onMove(() -> scrollTo(bar.selection()));
        canvas.addListener(SWT.Paint, e -> paint(new Brush(e.gc, look), new Rectangle(e.x, e.y, e.width, e.height)));
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseDoubleClick, e -> openSelected());
        canvas.addListener(SWT.MouseVerticalWheel, e -> scrollTo(top - e.count * rowHeight / 2));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_RETURN);
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
        addListener(SWT.Resize, e -> arrange());
        look.onChange(this, canvas::redraw);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = selected().map(painter).map(Line::title).orElse(PaintedList.this.name);
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_LIST;
            }
        });
    }

    public Canvas control() {
        return canvas;
    }

    public PaintedList<T> onOpen(Consumer<T> listener) {
        open = listener;
        return this;
    }

    public PaintedList<T> menu(Function<T, List<MenuChoice>> newMenu) {
        menu = newMenu;
        return this;
    }

    /** Shows other items; the selection stays with an equal item. */
    public void show(List<T> newItems) {
        Optional<T> before = selected();
        items = List.copyOf(newItems);
        selected = before.map(items::indexOf).filter(i -> i >= 0).orElse(items.isEmpty() ? -1 : 0);
        arrange();
        canvas.redraw();
    }

    public List<T> items() {
        return items;
    }

    /** Selects the first item of which something holds; where it holds of none the selection stays. */
    public void select(Predicate<T> wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (wanted.test(items.get(i))) {
                select(i);
                return;
            }
        }
    }

    public Optional<T> selected() {
        return selected >= 0 && selected < items.size() ? Optional.of(items.get(selected)) : Optional.empty();
    }

    @Override
    public boolean setFocus() {
        return !canvas.isDisposed() && canvas.setFocus(); // asked while it is disposed, too
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? 200 : wHint, hHint == SWT.DEFAULT ? rowHeight * 5 : hHint);
    }

    /** What it shows, a line each. */
    public String getText() {
        StringBuilder text = new StringBuilder();
        items.stream().map(painter).forEach(line -> text.append(line.title()).append('\n'));
        return text.toString();
    }

    private void arrange() {
        Rectangle area = getClientArea();
        canvas.setBounds(area);
        bar.setBounds(area.width - SlimBar.SIZE, 0, SlimBar.SIZE, area.height);
        bar.moveAbove(canvas);
        bar.setVisible(items.size() * rowHeight > area.height);
        scrollTo(top);
    }

    private void scrollTo(int y) {
        int height = canvas.getClientArea().height;
        int bounded = Math.clamp(y, 0, Math.max(0, items.size() * rowHeight - height));
        if (bounded != top) {
            top = bounded;
            canvas.redraw();
        }
        bar.values(top, height, Math.max(1, items.size() * rowHeight));
    }

    private void select(int index) {
        if (!items.isEmpty()) {
            selected = Math.clamp(index, 0, items.size() - 1);
            int y = selected * rowHeight;
            int height = canvas.getClientArea().height;
            if (y < top) {
                scrollTo(y);
            } else if (y + rowHeight > top + height) {
                scrollTo(y + rowHeight - height);
            }
            canvas.redraw();
            canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
        }
    }

    private void mouseDown(Event event) {
        canvas.setFocus();
        int index = (event.y + top) / rowHeight;
        if (index < items.size()) {
            select(index);
            if (event.button == 3) {
                dropMenu();
            }
        }
    }

    private void dropMenu() {
        selected()
                .map(menu)
                .filter(choices -> !choices.isEmpty())
                .ifPresent(choices -> new PopupMenu(canvas, look, choices).open());
    }

    private void key(Event event) {
        int page = Math.max(1, canvas.getClientArea().height / rowHeight - 1);
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> select(selected + 1);
            case SWT.ARROW_UP -> select(selected - 1);
            case SWT.PAGE_DOWN -> select(selected + page);
            case SWT.PAGE_UP -> select(selected - page);
            case SWT.HOME -> select(0);
            case SWT.END -> select(items.size() - 1);
            case SWT.CR, SWT.KEYPAD_CR -> openSelected();
            default -> {
                if (Character.isLetterOrDigit(event.character) && (event.stateMask & (SWT.CTRL | SWT.ALT)) == 0) {
                    jump(String.valueOf(event.character).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private void jump(String letter) {
        for (int i = 1; i <= items.size(); i++) {
            int index = (Math.max(0, selected) + i) % items.size();
            if (painter.apply(items.get(index)).title().toLowerCase(Locale.ROOT).startsWith(letter)) {
                select(index);
                return;
            }
        }
    }

    private void openSelected() {
        selected().ifPresent(open);
    }

    private void paint(Brush brush, Rectangle area) {
        brush.fill(area, ground);
        int width = canvas.getClientArea().width;
        for (int i = Math.max(0, (area.y + top) / rowHeight); i < items.size(); i++) {
            int y = i * rowHeight - top;
            if (y > area.y + area.height) {
                break;
            }
            if (i == selected) {
                Tone tone = canvas.isFocusControl() ? Tone.SELECTION : Tone.SELECTION_UNFOCUSED;
                brush.fillRound(new Rectangle(4, y + 1, width - 8, rowHeight - 2), 6, tone);
            }
            paintLine(brush, painter.apply(items.get(i)), y, width);
        }
    }

    private void paintLine(Brush brush, Line line, int y, int width) {
        int right = line.right().isEmpty() ? 0 : brush.width(line.right(), TextStyle.SMALL) + 8;
        int left = PADDING + ICON;
        int first = rowHeight == LINE ? LINE : rowHeight / 2;
        int upper = rowHeight == LINE ? y : y + 3;
        brush.icon(line.icon(), line.iconTone(), PADDING, upper + (first - 16) / 2);
        Rectangle title = new Rectangle(left, upper, width - left - right - PADDING, first);
        brush.text(line.title(), TextStyle.BODY, Tone.TEXT, title, Align.LEFT);
        if (right > 0) {
            Rectangle box = new Rectangle(width - right - PADDING, upper, right, first);
            brush.text(line.right(), TextStyle.SMALL, Tone.DIM, box, Align.RIGHT);
        }
        if (rowHeight == TWO_LINES) {
            Rectangle detail = new Rectangle(left, y + first - 1, width - left - PADDING, first);
            brush.text(line.detail(), TextStyle.SMALL, Tone.DIM, detail, Align.LEFT);
        }
    }
}
