package org.waystation.assets.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Values of an asset's fields as people read them: a record by its name, a list by its members. */
final class HistoryValue {

    private static final Map<String, EntityKind> REFERENCES =
            Map.of("companyId", EntityKind.COMPANY, "siteId", EntityKind.SITE, "agreementId", EntityKind.AGREEMENT);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A text within a value in its JSON form. */
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern OBJECT = Pattern.compile("\\{");

    private final Records records;
    private final Map<RecordRef, String> names = new HashMap<>();

    HistoryValue(Records records) {
        this.records = records;
    }

    String name(EntityKind kind, Optional<UUID> id) throws StoreException {
        if (id.isEmpty()) {
            return "";
        }
        RecordRef ref = new RecordRef(kind, id.get());
        String known = names.get(ref);
        if (known == null) {
            known = records.find(ref)
                    .map(record -> record.fields().text("name"))
                    .orElse("");
            names.put(ref, known);
        }
        return known;
    }

    String shown(String field, String value) throws StoreException {
        EntityKind kind = REFERENCES.get(field);
        if (kind != null && ID.matcher(value).matches()) {
            String name = name(kind, Optional.of(UUID.fromString(value)));
            return name.isEmpty() ? "not held here" : name;
        }
        if (field.equals("tags") && value.startsWith("[")) {
            return texts(value).stream().collect(Collectors.joining(", "));
        }
        if (field.equals("relations") && value.startsWith("[")) {
            long count = OBJECT.matcher(value).results().count();
            return count == 1 ? "1 relation" : count + " relations";
        }
        if (value.startsWith("{\"amount\"") || value.startsWith("{\"currency\"")) {
            List<String> parts = texts(value);
            return parts.size() == 4
                    ? parts.get(parts.indexOf("amount") + 1) + " " + parts.get(parts.indexOf("currency") + 1)
                    : value;
        }
        return value;
    }

    private static List<String> texts(String json) {
        return TEXT.matcher(json)
                .results()
                .map(found -> unescaped(found.group(1)))
                .toList();
    }

    private static String unescaped(String text) {
        Matcher escape = Pattern.compile("\\\\(.)").matcher(text);
        return escape.replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    }

    /** A value of a change that waits here, in the form in which the server would write it. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HistoryValue::member).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Map<?, ?> ? member(value) : String.valueOf(value);
    }

    private static String member(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> member(String.valueOf(entry.getKey())) + ":" + member(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "\"" + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
