package org.waystation.insight.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.LifeFigures;
import org.waystation.api.insight.SwitchCase;
import org.waystation.api.insight.WorkFigures;

/**
 * A report as CSV (RFC 4180), one figure a line, so that a spreadsheet can turn it any way. Text that a spreadsheet would
 * take for a formula gets an apostrophe before it (OWASP, CSV injection).
 */
final class CsvReport {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final double MINUTES_OF_HOUR = 60;

    private final InsightReport report;

    CsvReport(InsightReport report) {
        this.report = report;
    }

    void write(OutputStream out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("table", "name", "month", "figure", "value", "unit")
                .get();
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
        for (InsightReport.Month month : report.months()) {
            figures(
                    printer,
                    month.over() ? "month" : "month so far",
                    report.title(),
                    month.month().toString(),
                    month.figures());
        }
        figures(printer, "total", report.title(), "", report.total());
        life(printer, "total", report.title(), report.life());
        for (InsightReport.CompanyFigures company : report.companies()) {
            line(
                    printer,
                    "company",
                    company.name(),
                    "",
                    "agreement",
                    company.agreement().map(AgreementKind::code).orElse(""),
                    "");
            figures(printer, "company", company.name(), "", company.figures());
            life(printer, "company", company.name(), company.life());
        }
        for (InsightReport.NoisyAsset asset : report.assets()) {
            String name = asset.name() + " (" + asset.companyName() + ")";
            line(printer, "asset", name, "", "tickets", String.valueOf(asset.tickets()), "tickets");
            line(printer, "asset", name, "", "worked", hours(asset.minutes()), "h");
            line(printer, "asset", name, "", "reactive", hours(asset.reactiveMinutes()), "h");
        }
        for (InsightReport.Cause cause : report.causes()) {
            line(printer, "cause", cause.name(), "", "tickets", String.valueOf(cause.tickets()), "tickets");
            line(printer, "cause", cause.name(), "", "worked", hours(cause.minutes()), "h");
            line(printer, "cause", cause.name(), "", "reactive", hours(cause.reactiveMinutes()), "h");
            line(printer, "cause", cause.name(), "", "companies", String.valueOf(cause.companies()), "companies");
        }
        for (SwitchCase each : report.switches()) {
            switchCase(printer, each);
        }
        printer.flush();
    }

    private void switchCase(CSVPrinter printer, SwitchCase each) throws IOException {
        String currency = each.rate()
                .map(rate -> rate.currency())
                .orElse(report.price().price().map(price -> price.currency()).orElse(""));
        for (SwitchCase.Line month : each.months()) {
            String when = month.month().toString();
            line(printer, "switch", each.name(), when, "billable", hours(month.billableMinutes()), "h");
            line(printer, "switch", each.name(), when, "endpoints", String.valueOf(month.endpoints()), "endpoints");
            if (month.paid().isPresent()) {
                line(
                        printer,
                        "switch",
                        each.name(),
                        when,
                        "by the hour",
                        month.paid().get().toPlainString(),
                        currency);
            }
            if (month.fee().isPresent()) {
                line(
                        printer,
                        "switch",
                        each.name(),
                        when,
                        "managed",
                        month.fee().get().toPlainString(),
                        currency);
            }
        }
        if (each.saved().isPresent()) {
            line(
                    printer,
                    "switch",
                    each.name(),
                    "",
                    "saved if managed",
                    each.saved().get().toPlainString(),
                    currency);
        } else {
            line(printer, "switch", each.name(), "", "undecided", each.reason(), "");
        }
    }

    private static void figures(CSVPrinter printer, String table, String name, String month, WorkFigures figures)
            throws IOException {
        line(printer, table, name, month, "reactive", hours(figures.reactiveMinutes()), "h");
        line(printer, table, name, month, "proactive", hours(figures.proactiveMinutes()), "h");
        line(printer, table, name, month, "other", hours(figures.otherMinutes()), "h");
        line(printer, table, name, month, "covered", hours(figures.coveredMinutes()), "h");
        line(printer, table, name, month, "outside", hours(figures.outsideMinutes()), "h");
        line(printer, table, name, month, "reactive tickets", String.valueOf(figures.reactiveTickets()), "tickets");
        line(printer, table, name, month, "proactive tickets", String.valueOf(figures.proactiveTickets()), "tickets");
        line(printer, table, name, month, "endpoint-months", String.valueOf(figures.endpointMonths()), "endpoints");
        ratio(printer, table, name, month, "proactive share", figures.proactiveShare());
        ratio(printer, table, name, month, "reactive hours per endpoint", figures.reactiveHoursPerEndpoint());
        ratio(printer, table, name, month, "tickets per endpoint", figures.ticketsPerEndpoint());
    }

    private static void life(CSVPrinter printer, String table, String name, LifeFigures life) throws IOException {
        line(printer, table, name, "", "assets", String.valueOf(life.assets()), "assets");
        line(printer, table, name, "", "past warranty", String.valueOf(life.pastWarranty()), "assets");
        line(printer, table, name, "", "past support", String.valueOf(life.pastSupport()), "assets");
        line(printer, table, name, "", "past either", String.valueOf(life.pastEither()), "assets");
        line(printer, table, name, "", "no date known", String.valueOf(life.undated()), "assets");
    }

    private static void ratio(
            CSVPrinter printer, String table, String name, String month, String figure, OptionalDouble value)
            throws IOException {
        if (value.isPresent()) {
            line(printer, table, name, month, figure, String.format(Locale.ROOT, "%.4f", value.getAsDouble()), "");
        }
    }

    private static String hours(long minutes) {
        return String.format(Locale.ROOT, "%.2f", minutes / MINUTES_OF_HOUR);
    }

    private static void line(
            CSVPrinter printer, String table, String name, String month, String figure, String value, String unit)
            throws IOException {
        printer.printRecord(table, harmless(name), month, figure, isNumber(value) ? value : harmless(value), unit);
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    static String harmless(String text) {
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
