package org.waystation.insight.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.SwitchCase;
import org.waystation.api.insight.SwitchCase.Verdict;
import org.waystation.api.insight.WorkFigures;

/** A report as PDF on A4: the figures, the plots, and the tables that explain them. */
final class PdfReport {

    private static final float MARGIN = 42;
    private static final float PLOT_HEIGHT = 120;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final InsightReport report;
    private final ZoneId zone;

    /** @param zone in which the moment of the computation is told */
    PdfReport(InsightReport report, ZoneId zone) {
        this.report = report;
        this.zone = zone;
    }

    void write(OutputStream out) throws IOException {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle("Insight: " + report.title());
        document.addCreator("Waystation");
        document.open();
        PdfTables tables = new PdfTables(document);
        tables.title(report.title());
        tables.say(period() + ". Summed up " + MOMENT.format(report.computedAt().atZone(zone)) + ".");
        WorkFigures total = report.total();
        tables.numbers(List.of(
                List.of(Words.percent(total.proactiveShare()), "of the hours were proactive"),
                List.of(Words.ratio(total.reactiveHoursPerEndpoint()), "reactive hours per endpoint and month"),
                List.of(Words.percent(total.coveredShare()), "of the hours were covered by an agreement")));
        tables.heading("Hours by month");
        plot(document, writer, tables, plot -> plot.hours(report.months()));
        tables.say("Violet is reactive, teal is proactive. * not over yet, and left out of totals.");
        tables.heading("Reactive hours per endpoint");
        plot(document, writer, tables, plot -> plot.perEndpoint(report.months()));
        months(tables);
        switches(tables);
        companies(tables);
        assets(tables);
        causes(tables);
        document.close();
    }

    private String period() {
        return Words.month(report.query().first()) + " to "
                + Words.month(report.query().last());
    }

    private static void plot(Document document, PdfWriter writer, PdfTables tables, Consumer<PdfPlot> draw)
            throws IOException {
        float width = PageSize.A4.getWidth() - 2 * MARGIN;
        PdfTemplate template = writer.getDirectContent().createTemplate(width, PLOT_HEIGHT);
        draw.accept(new PdfPlot(template, tables.font(), width, PLOT_HEIGHT));
        document.add(Image.getInstance(template));
    }

    private void months(PdfTables tables) {
        tables.heading("Month by month");
        List<List<String>> rows = new ArrayList<>();
        for (Month month : report.months()) {
            WorkFigures figures = month.figures();
            rows.add(List.of(
                    Words.month(month.month()) + (month.over() ? "" : " *"),
                    Words.hours(figures.reactiveMinutes()),
                    Words.hours(figures.proactiveMinutes()),
                    Words.percent(figures.proactiveShare()),
                    String.valueOf(figures.tickets()),
                    String.valueOf(figures.endpointMonths()),
                    Words.ratio(figures.reactiveHoursPerEndpoint()),
                    Words.hours(figures.coveredMinutes()),
                    Words.hours(figures.outsideMinutes())));
        }
        tables.table(
                new float[] {2.2f, 1.6f, 1.6f, 1.6f, 1.4f, 1.6f, 1.8f, 1.6f, 1.6f},
                List.of(
                        "Month",
                        "Reactive h",
                        "Proactive h",
                        "Proactive",
                        "Tickets",
                        "Endpoints",
                        "h/endpoint",
                        "Covered h",
                        "Outside h"),
                rows);
        tables.say(report.life().pastEither() + " of " + report.life().assets()
                + " assets are past warranty or their maker's support ("
                + report.life().pastWarranty() + " warranty, "
                + report.life().pastSupport() + " support; of " + report.life().undated() + " no date is known).");
    }

    private void switches(PdfTables tables) {
        if (report.switches().isEmpty()) {
            return;
        }
        tables.heading("Would they be better off managed?");
        tables.say("Billable hours times the hourly rate, against endpoints times "
                + Words.money(report.price().price()) + " a month"
                + (report.price().assumed()
                        ? ", as was assumed."
                        : ", the median of " + report.price().parts().size()
                                + " managed agreements that cover all devices."));
        List<List<String>> rows = new ArrayList<>();
        for (SwitchCase each : report.switches()) {
            rows.add(List.of(
                    each.name(),
                    Words.hours(each.months().stream()
                            .mapToLong(SwitchCase.Line::billableMinutes)
                            .sum()),
                    Words.money(each.rate()),
                    Words.amount(each.paid()),
                    Words.amount(each.fee()),
                    Words.amount(each.saved()),
                    verdict(each)));
        }
        tables.table(
                new float[] {3, 1.4f, 1.8f, 1.8f, 1.8f, 1.8f, 2.4f},
                List.of("Company", "Hours", "Rate", "By the hour", "Managed", "Saved", "So"),
                rows);
        report.switches().stream()
                .filter(each -> each.verdict() == Verdict.BETTER_MANAGED)
                .forEach(each -> arithmetic(tables, each));
    }

    private static String verdict(SwitchCase each) {
        return switch (each.verdict()) {
            case BETTER_MANAGED -> "better off managed";
            case BETTER_AS_IT_IS -> "better as it is";
            case UNDECIDED -> each.reason();
        };
    }

    private static void arithmetic(PdfTables tables, SwitchCase each) {
        tables.heading(each.name() + ", month by month");
        tables.table(
                new float[] {2, 2, 2, 2, 2},
                List.of("Month", "Billable h", "By the hour", "Endpoints", "Managed"),
                each.months().stream()
                        .map(line -> List.of(
                                Words.month(line.month()),
                                Words.hours(line.billableMinutes()),
                                Words.amount(line.paid()),
                                String.valueOf(line.endpoints()),
                                Words.amount(line.fee())))
                        .toList());
    }

    private void companies(PdfTables tables) {
        tables.heading("Companies");
        tables.table(
                new float[] {3, 1.8f, 1.5f, 1.6f, 1.6f, 1.6f, 1.7f, 1.7f},
                List.of(
                        "Company",
                        "Agreement",
                        "Endpoints",
                        "Reactive h",
                        "Proactive h",
                        "Proactive",
                        "h/endpoint",
                        "Tickets/endp."),
                report.companies().stream()
                        .map(each -> List.of(
                                each.name(),
                                each.agreement().map(AgreementKind::label).orElse("none"),
                                String.valueOf(each.endpoints()),
                                Words.hours(each.figures().reactiveMinutes()),
                                Words.hours(each.figures().proactiveMinutes()),
                                Words.percent(each.figures().proactiveShare()),
                                Words.ratio(each.figures().reactiveHoursPerEndpoint()),
                                Words.ratio(each.figures().ticketsPerEndpoint())))
                        .toList());
    }

    private void assets(PdfTables tables) {
        if (!report.assets().isEmpty()) {
            tables.heading("Noisiest assets");
            tables.table(
                    new float[] {3, 3, 1.5f, 1.5f, 1.5f},
                    List.of("Asset", "Company", "Tickets", "Hours", "Reactive h"),
                    report.assets().stream()
                            .map(each -> List.of(
                                    each.name().isEmpty() ? "not held here" : each.name(),
                                    each.companyName(),
                                    String.valueOf(each.tickets()),
                                    Words.hours(each.minutes()),
                                    Words.hours(each.reactiveMinutes())))
                            .toList());
        }
    }

    private void causes(PdfTables tables) {
        if (!report.causes().isEmpty()) {
            tables.heading("Recurring causes");
            tables.table(
                    new float[] {3, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f},
                    List.of("Cause", "Tickets", "Hours", "Reactive h", "Companies", "Assets"),
                    report.causes().stream()
                            .map(each -> List.of(
                                    each.name(),
                                    String.valueOf(each.tickets()),
                                    Words.hours(each.minutes()),
                                    Words.hours(each.reactiveMinutes()),
                                    String.valueOf(each.companies()),
                                    String.valueOf(each.assets())))
                            .toList());
        }
    }
}
