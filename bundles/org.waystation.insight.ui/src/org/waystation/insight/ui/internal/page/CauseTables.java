package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightReport;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** What makes the noise: assets, and what tickets have in common. */
final class CauseTables {

    private final FigureCard assets;
    private final FigureCard causes;
    private final BiConsumer<String, EntryFilter> open;

    /** @param open shows the time entries behind a row */
    CauseTables(Composite parent, Look look, BiConsumer<String, EntryFilter> open) {
        this.open = open;
        causes = new FigureCard(
                        parent,
                        look,
                        "Recurring causes",
                        List.of(
                                FigureColumn.text("Cause", 24),
                                FigureColumn.figure("Tickets"),
                                FigureColumn.figure("Hours"),
                                FigureColumn.figure("Reactive h"),
                                FigureColumn.figure("Companies"),
                                FigureColumn.figure("Assets")))
                .say("By tag, most reactive work first. A cause opens its time entries.");
        assets = new FigureCard(
                        parent,
                        look,
                        "Noisiest assets",
                        List.of(
                                FigureColumn.text("Asset", 24),
                                FigureColumn.text("Company", 24),
                                FigureColumn.figure("Tickets"),
                                FigureColumn.figure("Hours"),
                                FigureColumn.figure("Reactive h")))
                .say("Most tickets first. An asset opens its time entries.");
    }

    void show(InsightReport report) {
        causes.visible(!report.causes().isEmpty());
        causes.clear();
        for (InsightReport.Cause cause : report.causes()) {
            List<String> cells = List.of(
                    cause.name(),
                    Figures.count(cause.tickets()),
                    Figures.hours(cause.minutes()),
                    Figures.hours(cause.reactiveMinutes()),
                    Figures.count(cause.companies()),
                    Figures.count(cause.assets()));
            causes.row(
                    cells,
                    Tone.TEXT,
                    cause.tag().isEmpty()
                            ? null
                            : () -> open.accept(cause.name(), EntryFilter.any().tagged(cause.tag())));
        }
        assets.visible(!report.assets().isEmpty());
        assets.clear();
        for (InsightReport.NoisyAsset asset : report.assets()) {
            String name = asset.name().isEmpty() ? "not held here" : asset.name();
            assets.row(
                    List.of(
                            name,
                            asset.companyName(),
                            Figures.count(asset.tickets()),
                            Figures.hours(asset.minutes()),
                            Figures.hours(asset.reactiveMinutes())),
                    Tone.TEXT,
                    () -> open.accept(name, EntryFilter.any().on(asset.asset())));
        }
    }
}
