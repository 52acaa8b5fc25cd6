package org.waystation.assets.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetRules;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Term;
import org.waystation.api.sync.Problem.FieldError;

/** Makes values of cells, in their form on the wire; what cannot be told for sure is an error, never a guess. */
final class CellValues {

    private static final String PROPERTY = "properties.";
    private static final int TAGS_MOST = 20;
    private static final int TAG_LENGTH = 50;

    /** Day and month cannot be told apart where a slash stands between them, so those are refused. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private final Places places;

    CellValues(Places places) {
        this.places = places;
    }

    /** Puts what a cell says into the fields; an empty cell says nothing. */
    void put(
            Map<String, @Nullable Object> fields,
            String field,
            String cell,
            Optional<UUID> company,
            List<FieldError> errors) {
        if (cell.isEmpty()) {
            return;
        }
        if (cell.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            errors.add(new FieldError(field, "characters", "The cell holds characters that are no text."));
            return;
        }
        switch (field) {
            case "kind" -> word(fields, field, cell, AssetKind.KNOWN, errors);
            case "state" -> word(fields, field, cell, AssetState.KNOWN, errors);
            case "siteId" -> site(fields, cell, company, errors);
            case "tags" -> tags(fields, cell, errors);
            default -> {
                if (AssetRules.DATES.contains(field)) {
                    date(fields, field, cell, errors);
                } else if (field.startsWith(PROPERTY)) {
                    property(fields, field.substring(PROPERTY.length()), cell);
                } else {
                    fields.put(field, cell);
                }
            }
        }
    }

    private static void word(
            Map<String, @Nullable Object> fields,
            String field,
            String cell,
            List<? extends Term> known,
            List<FieldError> errors) {
        String plain = plain(cell);
        Optional<? extends Term> found = known.stream()
                .filter(term ->
                        plain(term.code()).equals(plain) || plain(term.label()).equals(plain))
                .findFirst();
        if (found.isPresent()) {
            fields.put(field, found.get().code());
        } else {
            errors.add(new FieldError(
                    field,
                    "unknown",
                    "“" + cell + "” is none of "
                            + String.join(", ", known.stream().map(Term::label).toList()) + "."));
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void site(
            Map<String, @Nullable Object> fields, String cell, Optional<UUID> company, List<FieldError> errors) {
        if (company.isEmpty()) {
            return; // without a company the line is wrong already
        }
        Optional<UUID> site = places.site(company.get(), cell);
        if (site.isPresent()) {
            fields.put("siteId", site.get().toString());
        } else {
            errors.add(new FieldError("siteId", "reference_missing", "The company has no site “" + cell + "”."));
        }
    }

    private static void tags(Map<String, @Nullable Object> fields, String cell, List<FieldError> errors) {
        List<String> tags = Arrays.stream(cell.split("[,;]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > TAGS_MOST || tags.stream().anyMatch(tag -> tag.length() > TAG_LENGTH)) {
            errors.add(new FieldError(
                    "tags", "range", "At most " + TAGS_MOST + " tags of at most " + TAG_LENGTH + " characters each."));
        } else {
            fields.put("tags", tags);
        }
    }

    private static void date(Map<String, @Nullable Object> fields, String field, String cell, List<FieldError> errors) {
        for (DateTimeFormatter form : DATES) {
            try {
                fields.put(field, LocalDate.parse(cell, form).toString());
                return;
            } catch (DateTimeException e) {
                continue; // it may be written in the next form
            }
        }
        errors.add(new FieldError(
                field, "format", "“" + cell + "” is no date. Write it as year-month-day, such as 2027-03-31."));
    }

    private static void property(Map<String, @Nullable Object> fields, String name, String cell) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (fields.get("properties") instanceof Map<?, ?> before) {
            before.forEach((key, value) -> properties.put(String.valueOf(key), value));
        }
        properties.put(name, cell);
        fields.put("properties", properties);
    }
}
