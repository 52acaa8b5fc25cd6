package org.waystation.insight.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.InsightService.Form;
import org.waystation.api.record.EntityKind;

/** What is written is read back. */
class WrittenReportTest {

    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://x\";\"y\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "Łódź, \"Ærø\" & Ψ\nLtd");

    @TempDir
    Path temp;

    private static InsightQuery query() {
        return new InsightQuery(InsightScope.all(), YearMonth.from(World.TODAY), 12, Optional.empty());
    }

    private byte[] written(World world, Form form) throws Exception {
        LocalInsightService service = world.service();
        InsightReport report = service.report(query()).toCompletableFuture().get();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.write(report, form, out).toCompletableFuture().get();
        return out.toByteArray();
    }

    @Test
    void noCellOfTheCsvIsAFormulaAndEveryMonthIsThere() throws Exception {
        try (World world = new World(temp.resolve("csv"))) {
            world.generate(new Random(5));
            HOSTILE.forEach(name -> world.add(EntityKind.COMPANY, "name", name, "endpoints", 3L));
            world.load();
            String csv = new String(written(world, Form.CSV), StandardCharsets.UTF_8);
            List<CSVRecord> lines = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(csv))
                    .getRecords();
            for (CSVRecord line : lines) {
                assertEquals(6, line.size(), line.toString());
                for (String cell : line) {
                    boolean number = cell.matches("-?[0-9]+(\\.[0-9]+)?");
                    assertTrue(
                            number || cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0,
                            () -> "a spreadsheet would run " + cell);
                }
            }
            for (String name : HOSTILE.subList(0, 6)) {
                assertTrue(lines.stream().anyMatch(line -> line.get("name").equals("'" + name)), name);
            }
            assertTrue(lines.stream().anyMatch(line -> line.get("name").equals(HOSTILE.get(6))));
            assertEquals(
                    12,
                    lines.stream()
                            .filter(line -> line.get("table").startsWith("month")
                                    && line.get("figure").equals("reactive"))
                            .count());
            double reactive = lines.stream()
                    .filter(line -> line.get("table").equals("month")
                            && line.get("figure").equals("reactive"))
                    .mapToDouble(line -> Double.parseDouble(line.get("value")))
                    .sum();
            double total = lines.stream()
                    .filter(line -> line.get("table").equals("total")
                            && line.get("figure").equals("reactive"))
                    .mapToDouble(line -> Double.parseDouble(line.get("value")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(total, reactive, 0.1);
        }
    }

    @Test
    void thePdfSaysWhatTheReportSays() throws Exception {
        try (World world = new World(temp.resolve("pdf"))) {
            world.generate(new Random(6));
            world.add(EntityKind.COMPANY, "name", "Łódź Ærø Ψ", "endpoints", 3L);
            world.load();
            InsightReport report =
                    world.service().report(query()).toCompletableFuture().get();
            byte[] pdf = written(world, Form.PDF);
            assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
            StringBuilder text = new StringBuilder();
            try (PdfReader reader = new PdfReader(pdf)) {
                PdfTextExtractor extractor = new PdfTextExtractor(reader);
                for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                    text.append(extractor.getTextFromPage(page)).append('\n');
                }
            }
            String read = text.toString();
            assertTrue(read.contains("All companies"), read);
            assertTrue(read.contains("Łódź Ærø Ψ"), read);
            assertTrue(read.contains("=Kestrel"), "a name is shown as it is");
            assertTrue(read.contains(Words.percent(report.total().proactiveShare())), read);
            assertTrue(read.contains(Words.ratio(report.total().reactiveHoursPerEndpoint())), read);
            report.months().forEach(month -> assertTrue(read.contains(Words.month(month.month())), read));
            report.switches().forEach(each -> assertTrue(read.contains(Words.amount(each.paid())), each.name()));
        }
    }

    @Test
    void aReportOfNothingCanBeWrittenToo() throws Exception {
        try (World world = new World(temp.resolve("nothing"))) {
            world.load();
            assertTrue(written(world, Form.PDF).length > 1_000);
            assertTrue(written(world, Form.CSV).length > 100);
        }
    }
}
