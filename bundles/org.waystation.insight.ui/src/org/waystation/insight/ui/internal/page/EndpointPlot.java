package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.AxisScale;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.Targets;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;

/** Reactive hours per endpoint as a line, over the band that is aimed at. */
final class EndpointPlot extends MonthPlot {

    private static final int MARKS = 4;
    private static final int DOT = 7;

    EndpointPlot(Composite parent, Look look) {
        super(parent, look, "Reactive hours per endpoint and month");
    }

    @Override
    AxisScale scale() {
        double largest = months().stream()
                .map(month -> month.figures().reactiveHoursPerEndpoint())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        return AxisScale.upTo(Math.max(largest, 2 * Targets.REACTIVE_HOURS_PER_ENDPOINT), MARKS);
    }

    @Override
    String mark(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value);
    }

    @Override
    void paintGround(Brush brush, Rectangle plot, AxisScale scale) {
        int top = y(plot, scale, Targets.REACTIVE_HOURS_PER_ENDPOINT);
        brush.fill(new Rectangle(plot.x, top, plot.width, plot.y + plot.height - top), Tone.PROACTIVE_BACKGROUND);
        brush.text(
                "target: at most " + Targets.REACTIVE_HOURS_PER_ENDPOINT + " h",
                TextStyle.SMALL,
                Tone.PROACTIVE,
                new Rectangle(plot.x + 8, plot.y + plot.height - 20, plot.width - 16, 16),
                Align.RIGHT);
    }

    @Override
    void paintMonths(Brush brush, Rectangle plot, AxisScale scale, List<Rectangle> slots) {
        int lastX = -1;
        int lastY = -1;
        brush.gc().setForeground(brush.look().color(Tone.REACTIVE));
        brush.gc().setLineWidth(2);
        for (int i = 0; i < slots.size(); i++) {
            OptionalDouble value = months().get(i).figures().reactiveHoursPerEndpoint();
            if (value.isEmpty()) {
                lastX = -1; // no line over a month of which nothing is known
                continue;
            }
            int x = slots.get(i).x + slots.get(i).width / 2;
            int y = y(plot, scale, value.getAsDouble());
            if (lastX >= 0) {
                brush.gc().drawLine(lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
        brush.gc().setLineWidth(1);
        for (int i = 0; i < slots.size(); i++) {
            OptionalDouble value = months().get(i).figures().reactiveHoursPerEndpoint();
            if (value.isPresent()) {
                int x = slots.get(i).x + slots.get(i).width / 2;
                int y = y(plot, scale, value.getAsDouble());
                brush.disc(x - DOT / 2, y - DOT / 2, DOT, Tone.REACTIVE);
                if (!months().get(i).over()) {
                    brush.disc(x - DOT / 2 + 2, y - DOT / 2 + 2, DOT - 4, Tone.PANEL);
                }
            }
        }
    }

    @Override
    String words(Month month) {
        return Figures.month(month.month()) + (month.over() ? "" : " so far") + ": "
                + Figures.ratio(month.figures().reactiveHoursPerEndpoint()) + " reactive hours per endpoint, "
                + Figures.count(month.figures().endpointMonths()) + " endpoints, "
                + Figures.ratio(month.figures().ticketsPerEndpoint()) + " reactive tickets per endpoint";
    }
}
