package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.AxisScale;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.WorkFigures;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;

/** Reactive hours at the bottom, proactive ones on them. */
final class HoursPlot extends MonthPlot {

    private static final int MARKS = 4;
    private static final int WIDEST = 44;
    private static final int PALE = 110;
    private static final int FULL = 255;

    HoursPlot(Composite parent, Look look) {
        super(parent, look, "Hours by month");
    }

    @Override
    AxisScale scale() {
        return AxisScale.upTo(
                months().stream()
                        .map(Month::figures)
                        .mapToDouble(each -> Figures.inHours(each.reactiveMinutes() + each.proactiveMinutes()))
                        .max()
                        .orElse(0),
                MARKS);
    }

    @Override
    String mark(double value) {
        return String.format(Locale.ENGLISH, "%,.0f h", value);
    }

    @Override
    void paintMonths(Brush brush, Rectangle plot, AxisScale scale, List<Rectangle> slots) {
        for (int i = 0; i < slots.size(); i++) {
            WorkFigures figures = months().get(i).figures();
            int wide = Math.min(WIDEST, Math.max(2, slots.get(i).width * 6 / 10));
            int x = slots.get(i).x + (slots.get(i).width - wide) / 2;
            int middle = y(plot, scale, Figures.inHours(figures.reactiveMinutes()));
            int top = y(plot, scale, Figures.inHours(figures.reactiveMinutes() + figures.proactiveMinutes()));
            // What is not over yet is paler, beside the star at its name.
            brush.gc().setAlpha(months().get(i).over() ? FULL : PALE);
            brush.fill(new Rectangle(x, middle, wide, plot.y + plot.height - middle), Tone.REACTIVE);
            brush.fill(new Rectangle(x, top, wide, middle - top), Tone.PROACTIVE);
            brush.gc().setAlpha(FULL);
        }
    }

    @Override
    String words(Month month) {
        WorkFigures figures = month.figures();
        return Figures.month(month.month()) + (month.over() ? "" : " so far") + ": "
                + Figures.hours(figures.reactiveMinutes()) + " h reactive, "
                + Figures.hours(figures.proactiveMinutes()) + " h proactive ("
                + Figures.percent(figures.proactiveShare()) + ")";
    }
}
