package org.waystation.insight.ui.internal.page;

import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.LifeFigures;
import org.waystation.api.insight.Targets;
import org.waystation.api.insight.WorkFigures;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** The numbers that matter, large: how much was proactive, and what an endpoint costs in reactive hours. */
final class Numbers {

    private static final int APART = 20;
    private static final int BELOW = 20;

    private final BigNumber proactive;
    private final BigNumber perEndpoint;
    private final BigNumber covered;
    private final BigNumber aged;

    Numbers(Composite parent, Look look) {
        Panel row = new Panel(parent, look, Tone.EDITOR);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        row.setLayout(new EvenColumns(APART, BELOW));
        proactive = number(row, look, "waystation.insight.proactive");
        perEndpoint = number(row, look, "waystation.insight.perEndpoint");
        covered = number(row, look, "waystation.insight.covered");
        aged = number(row, look, "waystation.insight.aged");
    }

    private static BigNumber number(Panel row, Look look, String id) {
        return WidgetId.set(new BigNumber(row, look), id);
    }

    void show(InsightReport report) {
        WorkFigures total = report.total();
        proactive.show(
                Figures.percent(total.proactiveShare()),
                "of the hours were proactive",
                Figures.hours(total.proactiveMinutes()) + " of "
                        + Figures.hours(total.proactiveMinutes() + total.reactiveMinutes()) + " h",
                Tone.DIM);
        OptionalDouble hours = total.reactiveHoursPerEndpoint();
        boolean above = hours.orElse(0) > Targets.REACTIVE_HOURS_PER_ENDPOINT;
        perEndpoint.show(
                Figures.ratio(hours),
                "reactive hours per endpoint and month",
                hours.isEmpty()
                        ? "no endpoints are known"
                        : (above ? "above" : "within") + " the target of " + Targets.REACTIVE_HOURS_PER_ENDPOINT,
                hours.isEmpty() ? Tone.DIM : above ? Tone.BAD : Tone.OK);
        covered.show(
                Figures.percent(total.coveredShare()),
                "of the hours were covered",
                Figures.hours(total.coveredMinutes()) + " h covered, " + Figures.hours(total.outsideMinutes())
                        + " h outside",
                Tone.DIM);
        LifeFigures life = report.life();
        aged.show(
                life.assets() == 0 ? "–" : Math.round(100.0 * life.pastEither() / life.assets()) + " %",
                "of the assets are past warranty or support",
                Figures.count(life.pastWarranty()) + " warranty, " + Figures.count(life.pastSupport()) + " support, "
                        + Figures.count(life.undated()) + " undated, of " + Figures.count(life.assets()),
                Tone.DIM);
    }
}
