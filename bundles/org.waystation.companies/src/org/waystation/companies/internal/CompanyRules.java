package org.waystation.companies.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Problem.FieldError;

/** What the fields of companies, contacts and sites may hold, as the server says it too. */
final class CompanyRules {

    /** Most characters of each text. */
    private static final Map<EntityKind, Map<String, Integer>> LENGTHS = Map.of(
            EntityKind.COMPANY,
            Map.of("name", 200, "city", 100, "phone", 50, "domain", 253, "beforeWork", 5_000),
            EntityKind.CONTACT,
            Map.of("name", 200, "email", 254, "phone", 50, "mobile", 50, "role", 100, "remarks", 5_000),
            EntityKind.SITE,
            Map.of("name", 200, "address", 500, "city", 100, "postcode", 20, "phone", 50, "directions", 5_000));

    private static final Set<String> MAY_BE_LONG = Set.of("beforeWork", "remarks", "directions");

    /** What is wrong with new values; fields that these rules do not know are for the server to judge. */
    List<FieldError> check(EntityKind kind, Map<String, @Nullable Object> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> check(kind, field.getKey(), field.getValue()))
                .toList();
    }

    private static Stream<FieldError> check(EntityKind kind, String field, @Nullable Object value) {
        String text = value instanceof String typed ? typed : "";
        if (field.equals("name") && text.isBlank()) {
            return wrong(field, "required", "Write a name.");
        }
        Integer most = LENGTHS.getOrDefault(kind, Map.of()).get(field);
        if (most != null && text.codePointCount(0, text.length()) > most) {
            return wrong(field, "too_long", "At most " + most + " characters.");
        }
        if (!MAY_BE_LONG.contains(field) && !field.equals("address") && text.indexOf('\n') >= 0) {
            return wrong(field, "format", "One line only.");
        }
        if (field.equals("email") && !text.isEmpty() && !isAddress(text)) {
            return wrong(field, "format", "Write an address such as name@example.org.");
        }
        return Stream.empty();
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.chars().noneMatch(c -> c <= ' ');
    }

    private static Stream<FieldError> wrong(String field, String code, String detail) {
        return Stream.of(new FieldError(field, code, detail));
    }

    /** Texts as they are kept: without blanks around them, and none where nothing is left. */
    static Function<@Nullable Object, @Nullable Object> tidy() {
        return value -> value instanceof String text ? (text.isBlank() ? null : text.strip()) : value;
    }
}
