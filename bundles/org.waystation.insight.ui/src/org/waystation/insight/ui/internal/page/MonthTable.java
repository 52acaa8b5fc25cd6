package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.WorkFigures;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** The figures of each month, latest first; a month leads to its time entries. */
final class MonthTable {

    private final FigureCard card;
    private final Consumer<Month> open;

    MonthTable(Composite parent, Look look, Consumer<Month> open) {
        this.open = open;
        card = new FigureCard(
                        parent,
                        look,
                        "Month by month",
                        List.of(
                                FigureColumn.text("Month", 14),
                                FigureColumn.figure("Reactive h"),
                                FigureColumn.figure("Proactive h"),
                                FigureColumn.figure("Proactive"),
                                new FigureColumn("Reactive tickets", 13, true),
                                new FigureColumn("Proactive tickets", 14, true),
                                FigureColumn.figure("Endpoints"),
                                FigureColumn.figure("h per endpoint"),
                                new FigureColumn("Tickets per endpoint", 13, true),
                                FigureColumn.figure("Covered h"),
                                FigureColumn.figure("Outside h")))
                .say("What the plots are made of. A month opens its time entries.");
    }

    void show(List<Month> months) {
        card.clear();
        for (Month month : months.reversed()) {
            WorkFigures figures = month.figures();
            card.row(
                    List.of(
                            Figures.month(month.month()) + (month.over() ? "" : " so far"),
                            Figures.hours(figures.reactiveMinutes()),
                            Figures.hours(figures.proactiveMinutes()),
                            Figures.percent(figures.proactiveShare()),
                            Figures.count(figures.reactiveTickets()),
                            Figures.count(figures.proactiveTickets()),
                            Figures.count(figures.endpointMonths()),
                            Figures.ratio(figures.reactiveHoursPerEndpoint()),
                            Figures.ratio(figures.ticketsPerEndpoint()),
                            Figures.hours(figures.coveredMinutes()),
                            Figures.hours(figures.outsideMinutes())),
                    Tone.TEXT,
                    () -> open.accept(month));
        }
    }
}
