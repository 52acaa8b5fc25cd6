package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.insight.AxisScale;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/**
 * A plot with a place for each month. The month under the pointer says its figures; left and right arrows go from month to
 * month for the keyboard, and Enter or a click leads to what stands behind it.
 */
abstract class MonthPlot extends PaintedControl {

    private static final int HEIGHT = 208;
    private static final int LEFT = 44;
    private static final int TOP = 8;
    private static final int BOTTOM = 24;
    private static final int LABEL = 16;
    private static final int LABEL_ROOM = 40;

    private final String name;
    private List<Month> months = List.of();
    private int at = -1;
    private Consumer<Month> open = month -> {};

    MonthPlot(Composite parent, Look look, String name) {
        super(parent, look, true, ACC.ROLE_GRAPHIC);
        this.name = name;
        addListener(SWT.MouseMove, event -> point(indexAt(event.x)));
        addListener(SWT.MouseExit, event -> point(-1));
        addListener(SWT.KeyDown, this::step);
    }

    final void onOpen(Consumer<Month> listener) {
        open = listener;
    }

    final void show(List<Month> newMonths) {
        months = newMonths;
        at = Math.min(at, months.size() - 1);
        changed();
    }

    final List<Month> months() {
        return months;
    }

    abstract AxisScale scale();

    /** A mark of the axis as it is written. */
    abstract String mark(double value);

    /** What stands behind the months, below the lines of the axis. */
    void paintGround(Brush brush, Rectangle plot, AxisScale scale) {}

    /** @param slots where each month has its place */
    abstract void paintMonths(Brush brush, Rectangle plot, AxisScale scale, List<Rectangle> slots);

    /** The figures of a month in words. */
    abstract String words(Month month);

    @Override
    protected final void paint(Brush brush, Rectangle area) {
        Rectangle plot = plot(area);
        AxisScale scale = scale();
        paintGround(brush, plot, scale);
        for (double value : scale.marks()) {
            int y = y(plot, scale, value);
            brush.line(plot.x, y, plot.x + plot.width, y, Tone.LINE);
            brush.text(
                    mark(value),
                    TextStyle.SMALL,
                    Tone.DIM,
                    new Rectangle(0, y - LABEL / 2, LEFT - 8, LABEL),
                    Align.RIGHT);
        }
        List<Rectangle> slots =
                IntStream.range(0, months.size()).mapToObj(i -> slot(plot, i)).toList();
        if (at >= 0 && at < slots.size()) {
            brush.fill(slots.get(at), Tone.HOVER);
        }
        paintMonths(brush, plot, scale, slots);
        int every = Math.max(1, (LABEL_ROOM * months.size() + plot.width - 1) / Math.max(1, plot.width));
        for (int i = 0; i < slots.size(); i++) {
            if ((slots.size() - 1 - i) % every == 0) {
                Month month = months.get(i);
                brush.text(
                        Figures.shortMonth(month.month()) + (month.over() ? "" : "*"),
                        TextStyle.SMALL,
                        i == at ? Tone.TEXT : Tone.DIM,
                        new Rectangle(
                                slots.get(i).x - LABEL,
                                plot.y + plot.height + 4,
                                slots.get(i).width + 2 * LABEL,
                                LABEL),
                        Align.CENTER);
            }
        }
        if (ringed()) {
            brush.strokeRound(area, 6, 2, Tone.ACCENT);
        }
    }

    static int y(Rectangle plot, AxisScale scale, double value) {
        return plot.y + plot.height - (int) Math.round(scale.place(value, plot.height));
    }

    private static Rectangle plot(Rectangle area) {
        return new Rectangle(LEFT, TOP, area.width - LEFT - 8, area.height - TOP - BOTTOM);
    }

    private Rectangle slot(Rectangle plot, int index) {
        int from = plot.x + plot.width * index / months.size();
        int to = plot.x + plot.width * (index + 1) / months.size();
        return new Rectangle(from, plot.y, to - from, plot.height);
    }

    private int indexAt(int x) {
        Rectangle plot = plot(getClientArea());
        return months.isEmpty() || x < plot.x || x >= plot.x + plot.width
                ? -1
                : (x - plot.x) * months.size() / plot.width;
    }

    private void point(int index) {
        if (index != at) {
            at = index;
            setToolTipText(at < 0 ? null : words(months.get(at)).replace("&", "&&"));
            redraw();
        }
    }

    private void step(Event event) {
        int step = event.keyCode == SWT.ARROW_LEFT ? -1 : event.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        if (step != 0 && !months.isEmpty()) {
            event.doit = false;
            point(Math.clamp(at < 0 ? months.size() - 1L : at + step, 0, months.size() - 1));
        }
    }

    @Override
    protected final void pressed(int x) {
        int index = x < 0 ? at : indexAt(x);
        if (index >= 0 && index < months.size()) {
            open.accept(months.get(index));
        }
    }

    @Override
    protected final Point measure(Brush brush) {
        return new Point(360, HEIGHT);
    }

    @Override
    protected final String accessibleName() {
        return at >= 0 && at < months.size() ? name + ", " + words(months.get(at)) : name;
    }
}
