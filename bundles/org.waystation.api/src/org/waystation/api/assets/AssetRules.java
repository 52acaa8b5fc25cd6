package org.waystation.api.assets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Term;
import org.waystation.api.sync.Problem.FieldError;

/** What the fields of an asset may hold. Forms and imports check by these rules, the service again, and so does the server. */
public final class AssetRules {

    public static final int TEXT_MAX = 200;
    public static final int PROPERTY_MAX = 2_000;

    /** Calendar dates, ISO 8601. */
    public static final List<String> DATES =
            List.of("purchasedOn", "warrantyEndsOn", "supportEndsOn", "refreshPlannedOn", "retiredOn");

    private static final Set<String> TEXTS =
            Set.of("name", "role", "location", "manufacturer", "model", "serial", "supplier");

    /** What is wrong with new values; fields that these rules do not know are for the server to judge. */
    public List<FieldError> check(Map<String, @Nullable Object> fields) {
        List<FieldError> errors = new ArrayList<>();
        fields.forEach((field, value) -> check(field, value).ifPresent(errors::add));
        return errors;
    }

    /** As {@link #check(Map)}, and that nothing is missing which a new asset needs. */
    public List<FieldError> checkNew(Map<String, @Nullable Object> fields) {
        List<FieldError> errors = new ArrayList<>(check(fields));
        for (String needed : List.of("companyId", "name", "kind")) {
            if (fields.get(needed) == null
                    && errors.stream().noneMatch(e -> e.field().equals(needed))) {
                errors.add(new FieldError(needed, "required", required(needed)));
            }
        }
        return errors;
    }

    private static Optional<FieldError> check(String field, @Nullable Object value) {
        if (field.equals("name") && (!(value instanceof String name) || name.isBlank())) {
            return error(field, "required", required(field));
        }
        if (value == null) {
            return Set.of("kind", "state", "companyId").contains(field)
                    ? error(field, "required", required(field))
                    : Optional.empty();
        }
        if (TEXTS.contains(field)) {
            return text(field, String.valueOf(value), TEXT_MAX);
        }
        if (DATES.contains(field)) {
            return date(field, String.valueOf(value));
        }
        return switch (field) {
            case "kind" -> known(field, String.valueOf(value), AssetKind.KNOWN);
            case "state" -> known(field, String.valueOf(value), AssetState.KNOWN);
            case "properties" -> properties(value);
            default -> Optional.empty();
        };
    }

    private static Optional<FieldError> text(String field, String text, int max) {
        int length = text.codePointCount(0, text.length());
        return length <= max
                ? Optional.empty()
                : error(field, "too_long", "At most " + max + " characters; this has " + length + ".");
    }

    private static Optional<FieldError> date(String field, String text) {
        try {
            LocalDate.parse(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return error(field, "format", "Write a date as year-month-day, such as 2027-03-31.");
        }
    }

    private static Optional<FieldError> known(String field, String code, List<? extends Term> known) {
        return known.stream().anyMatch(term -> term.code().equals(code))
                ? Optional.empty()
                : error(
                        field,
                        "unknown",
                        "\"" + code + "\" is none of "
                                + String.join(
                                        ", ", known.stream().map(Term::code).toList()) + ".");
    }

    private static Optional<FieldError> properties(Object value) {
        if (value instanceof Map<?, ?> properties) {
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                Optional<FieldError> wrong =
                        text("properties." + property.getKey(), String.valueOf(property.getValue()), PROPERTY_MAX);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }
        return error("properties", "format", "Properties are texts by name.");
    }

    private static String required(String field) {
        return switch (field) {
            case "companyId" -> "Choose the company it belongs to.";
            case "name" -> "An asset needs a name.";
            default -> "Choose one.";
        };
    }

    private static Optional<FieldError> error(String field, String code, String detail) {
        return Optional.of(new FieldError(field, code, detail));
    }
}
