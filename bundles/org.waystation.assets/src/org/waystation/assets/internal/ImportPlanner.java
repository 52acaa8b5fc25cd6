package org.waystation.assets.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetCsv.Line;
import org.waystation.api.assets.AssetCsv.Mapping;
import org.waystation.api.assets.AssetCsv.Outcome;
import org.waystation.api.assets.AssetCsv.Plan;
import org.waystation.api.assets.AssetCsv.Planned;
import org.waystation.api.assets.AssetCsv.Table;
import org.waystation.api.assets.AssetRules;
import org.waystation.api.domain.AssetState;
import org.waystation.api.sync.Problem.FieldError;

/** Says for each line of a table what would come of it. */
final class ImportPlanner {

    private final Places places;
    private final KnownAssets known;
    private final Mapping mapping;
    private final CellValues cells;
    private final AssetRules rules = new AssetRules();
    private final Map<String, Long> seen = new HashMap<>();

    ImportPlanner(Places places, KnownAssets known, Mapping mapping) {
        this.places = places;
        this.known = known;
        this.mapping = mapping;
        this.cells = new CellValues(places);
    }

    Plan plan(Table table) {
        List<Planned> planned = new ArrayList<>();
        for (Line line : table.lines()) {
            planned.add(plan(line, table.headings().size()));
        }
        return new Plan(planned);
    }

    private Planned plan(Line line, int columns) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (line.cells().size() != columns) {
            errors.add(new FieldError(
                    "",
                    "columns",
                    "The line has " + line.cells().size() + " cells, the headings are " + columns
                            + ". Is a quotation mark or a separator missing?"));
            return new Planned(line.number(), Outcome.WRONG, first(line), Map.of(), Optional.empty(), errors);
        }
        Optional<UUID> company = company(line, errors);
        company.ifPresent(id -> fields.put("companyId", id.toString()));
        mapping.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(column -> column.getKey() < line.cells().size())
                .filter(column -> !column.getValue().equals("companyId"))
                .forEach(column ->
                        cells.put(fields, column.getValue(), line.cells().get(column.getKey()), company, errors));
        String name = Objects.toString(fields.get("name"), "");
        Optional<KnownAssets.Known> present =
                company.flatMap(id -> known.find(id, Objects.toString(fields.get("serial"), ""), name));
        if (present.isEmpty()) {
            fields.putIfAbsent("state", AssetState.IN_USE.code());
        }
        check(present.isPresent() ? rules.check(fields) : rules.checkNew(fields), errors);
        twice(line, company, fields, name, errors);
        if (present.isPresent() && !mapping.update()) {
            errors.add(new FieldError(
                    "name",
                    "exists",
                    "“" + present.get().name() + "” is here already. Let the import change what is here, or leave the"
                            + " line out."));
        }
        return outcome(line, name, fields, present, errors);
    }

    private Planned outcome(
            Line line,
            String name,
            Map<String, @Nullable Object> fields,
            Optional<KnownAssets.Known> present,
            List<FieldError> errors) {
        String shown = name.isEmpty() ? first(line) : name;
        if (!errors.isEmpty()) {
            return new Planned(line.number(), Outcome.WRONG, shown, fields, Optional.empty(), List.copyOf(errors));
        }
        if (present.isEmpty()) {
            return new Planned(line.number(), Outcome.MADE, shown, fields, Optional.empty(), List.of());
        }
        Map<String, @Nullable Object> different = present.get().different(fields);
        Outcome outcome = different.isEmpty() ? Outcome.SAME : Outcome.CHANGED;
        return new Planned(
                line.number(),
                outcome,
                shown,
                different,
                Optional.of(present.get().id()),
                List.of());
    }

    /** An error that a cell has already is not said a second time. */
    private static void check(List<FieldError> found, List<FieldError> errors) {
        found.stream()
                .filter(error -> errors.stream().noneMatch(each -> each.field().equals(error.field())))
                .forEach(errors::add);
    }

    private Optional<UUID> company(Line line, List<FieldError> errors) {
        String named = mapping.fields().entrySet().stream()
                .filter(column -> column.getValue().equals("companyId"))
                .findFirst()
                .map(column -> line.cells().get(column.getKey()))
                .orElse("");
        if (named.isEmpty()) {
            return mapping.company();
        }
        List<UUID> found = places.companies(named);
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        errors.add(new FieldError(
                "companyId",
                found.isEmpty() ? "reference_missing" : "ambiguous",
                found.isEmpty()
                        ? "There is no company “" + named + "” here."
                        : "There are " + found.size() + " companies called “" + named + "”. Import them one by one."));
        return Optional.empty();
    }

    /** The same asset in two lines would make two, or the last one would win. */
    private void twice(
            Line line,
            Optional<UUID> company,
            Map<String, @Nullable Object> fields,
            String name,
            List<FieldError> errors) {
        String serial = Objects.toString(fields.get("serial"), "").toLowerCase(Locale.ROOT);
        String key = company.map(UUID::toString).orElse("")
                + (serial.isEmpty() ? "|name|" + name.toLowerCase(Locale.ROOT) : "|serial|" + serial);
        if (name.isEmpty() && serial.isEmpty()) {
            return;
        }
        Long before = seen.putIfAbsent(key, line.number());
        if (before != null) {
            errors.add(new FieldError(
                    serial.isEmpty() ? "name" : "serial",
                    "duplicate",
                    "The same asset stands in line " + before + " already."));
        }
    }

    private static String first(Line line) {
        return line.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
    }
}
