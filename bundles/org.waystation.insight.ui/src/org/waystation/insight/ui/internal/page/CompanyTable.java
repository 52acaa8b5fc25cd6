package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.CompanyFigures;
import org.waystation.api.insight.WorkFigures;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** The figures of each company; a company leads to its own insight. */
final class CompanyTable {

    private final FigureCard card;
    private final Consumer<UUID> open;

    CompanyTable(Composite parent, Look look, Consumer<UUID> open) {
        this.open = open;
        card = new FigureCard(
                        parent,
                        look,
                        "Companies",
                        List.of(
                                FigureColumn.text("Company", 22),
                                FigureColumn.text("Agreement", 12),
                                FigureColumn.figure("Endpoints"),
                                FigureColumn.figure("Reactive h"),
                                FigureColumn.figure("Proactive h"),
                                FigureColumn.figure("Proactive"),
                                FigureColumn.figure("h/endpoint"),
                                new FigureColumn("Tickets/endpoint", 13, true),
                                FigureColumn.figure("Outside h"),
                                FigureColumn.figure("Past date")))
                .say("Over the months that are over, most reactive work first. A company opens its own insight.");
    }

    void show(InsightReport report) {
        card.visible(report.query().scope().company().isEmpty());
        card.clear();
        for (CompanyFigures each : report.companies()) {
            WorkFigures figures = each.figures();
            card.row(
                    List.of(
                            each.name(),
                            Figures.agreement(each.agreement()),
                            Figures.count(each.endpoints()),
                            Figures.hours(figures.reactiveMinutes()),
                            Figures.hours(figures.proactiveMinutes()),
                            Figures.percent(figures.proactiveShare()),
                            Figures.ratio(figures.reactiveHoursPerEndpoint()),
                            Figures.ratio(figures.ticketsPerEndpoint()),
                            Figures.hours(figures.outsideMinutes()),
                            each.life().pastEither() + " of " + each.life().assets()),
                    Tone.TEXT,
                    () -> open.accept(each.company()));
        }
    }
}
