package org.waystation.assets.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.waystation.api.assets.AssetFields;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.domain.Asset;

/** Writes assets as a table, in the form in which they can be read again. */
final class CsvExport {

    private static final String PROPERTY = "properties.";

    private CsvExport() {}

    /** First beside the target, then in its place, so that a full disk leaves nothing half. */
    static void write(List<AssetRow> rows, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".waystation", ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
                    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
                TreeSet<String> properties = new TreeSet<>();
                rows.forEach(row -> properties.addAll(row.asset().properties().keySet()));
                List<String> headings = new ArrayList<>(AssetFields.all().values());
                properties.forEach(name -> headings.add(FormulaGuard.write(PROPERTY + name)));
                printer.printRecord(headings);
                for (AssetRow row : rows) {
                    printer.printRecord(cells(row, properties));
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static List<String> cells(AssetRow row, TreeSet<String> properties) {
        Asset asset = row.asset();
        List<String> cells = new ArrayList<>();
        for (String field : AssetFields.all().keySet()) {
            cells.add(FormulaGuard.write(cell(row, asset, field)));
        }
        properties.forEach(
                name -> cells.add(FormulaGuard.write(asset.properties().getOrDefault(name, ""))));
        return cells;
    }

    private static String cell(AssetRow row, Asset asset, String field) {
        return switch (field) {
            case "name" -> asset.name();
            case "companyId" -> row.companyName();
            case "siteId" -> row.siteName();
            case "kind" -> asset.kind().label();
            case "state" -> asset.state().label();
            case "role" -> asset.role();
            case "location" -> asset.location();
            case "manufacturer" -> asset.manufacturer();
            case "model" -> asset.model();
            case "serial" -> asset.serial();
            case "supplier" -> asset.supplier();
            case "purchasedOn" -> date(asset.purchasedOn());
            case "warrantyEndsOn" -> date(asset.warrantyEndsOn());
            case "supportEndsOn" -> date(asset.supportEndsOn());
            case "refreshPlannedOn" -> date(asset.refreshPlannedOn());
            case "retiredOn" -> date(asset.retiredOn());
            case "tags" -> String.join(", ", asset.tags());
            default -> throw new IllegalArgumentException("No column is made of " + field);
        };
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
