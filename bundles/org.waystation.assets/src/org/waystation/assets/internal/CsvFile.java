package org.waystation.assets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waystation.api.assets.AssetCsv;
import org.waystation.api.assets.AssetCsv.Line;
import org.waystation.api.assets.AssetCsv.Table;

/** Reads a table from a file as spreadsheets write it. */
final class CsvFile {

    private static final long BYTES_MOST = 64L * 1024 * 1024;
    private static final int COLUMNS_MOST = 200;

    /** What older spreadsheets write where a text is no UTF-8. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    static Table read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("There is no file " + file.getFileName() + " that can be read. Choose another one.");
        }
        if (Files.size(file) > BYTES_MOST) {
            throw new IOException("The file is larger than 64 MB. Split it and import the parts.");
        }
        String text = text(Files.readAllBytes(file));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Line> lines = new ArrayList<>();
        List<String> headings = List.of();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            long begins = 1;
            for (CSVRecord record : parser) {
                // Where a line began is known by where the one before ended, since cells may hold line breaks.
                Line line = new Line(begins, cells(record));
                begins = parser.getCurrentLineNumber() + 1;
                if (headings.isEmpty()) {
                    headings = line.cells();
                } else {
                    lines.add(line);
                }
                if (lines.size() > AssetCsv.LINES_MOST) {
                    throw new IOException("The table has more than " + AssetCsv.LINES_MOST
                            + " lines. Split it and import the parts.");
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IOException(
                    "The table breaks off or has a stray quotation mark after line "
                            + (lines.isEmpty() ? 1 : lines.getLast().number()) + ". Put that right and try again.",
                    e);
        }
        if (headings.isEmpty() || lines.isEmpty()) {
            throw new IOException("The file has no table: a first line with headings and a line for each asset.");
        }
        return new Table(headings, lines);
    }

    private static List<String> cells(CSVRecord record) throws IOException {
        if (record.size() > COLUMNS_MOST) {
            throw new IOException("A line has more than " + COLUMNS_MOST + " columns. This is no table of assets.");
        }
        List<String> cells = new ArrayList<>();
        record.forEach(cell -> cells.add(FormulaGuard.read(cell)));
        return cells;
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WESTERN);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Whichever the first line has most of. */
    private static String delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        String best = ",";
        long most = 0;
        for (String each : List.of(",", ";", "\t")) {
            long count = first.chars().filter(c -> c == each.charAt(0)).count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }
}
