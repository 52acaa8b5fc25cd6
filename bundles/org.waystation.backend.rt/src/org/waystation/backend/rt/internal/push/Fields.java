package org.waystation.backend.rt.internal.push;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Compares what a change wants with what is there. */
final class Fields {

    private static final Set<String> SETS = Set.of("watchers", "links", "tags", "relations");

    /** Where an operation stands against the record as it now is. */
    enum Standing {
        /** There already. */
        DONE,
        /** Nobody else has touched what it changes. */
        FREE,
        /** Somebody has. */
        TOUCHED
    }

    /** What is still to be changed, and how it stands. */
    record Left(Standing standing, List<FieldChange> changes) {}

    static Left left(Operation operation, EntityRecord current) {
        List<FieldChange> open = new ArrayList<>();
        boolean touched = false;
        for (FieldChange change : operation.changes()) {
            Object there = current.data().get(change.field());
            if (!same(change.field(), there, change.newValue())) {
                open.add(change);
                touched |= !same(change.field(), there, change.oldValue());
            }
        }
        Standing standing = open.isEmpty() ? Standing.DONE : touched ? Standing.TOUCHED : Standing.FREE;
        return new Left(standing, open);
    }

    /** The fields that are not as wanted. */
    static List<String> missed(List<FieldChange> wanted, EntityRecord current) {
        return wanted.stream()
                .filter(change -> !same(change.field(), current.data().get(change.field()), change.newValue()))
                .map(FieldChange::field)
                .toList();
    }

    static boolean same(String field, @Nullable Object a, @Nullable Object b) {
        if (SETS.contains(field)) {
            return new HashSet<>(list(a)).equals(new HashSet<>(list(b)));
        }
        return Objects.equals(plain(a), plain(b));
    }

    /** Numbers by their value, times to the second, texts without blanks around them; nothing, empty and missing alike. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> plain(text);
            case Number number -> number.longValue();
            case List<?> list -> list.isEmpty() ? null : list;
            case Map<?, ?> map -> map.isEmpty() ? null : map;
            default -> value;
        };
    }

    private static @Nullable Object plain(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        if (stripped.endsWith("Z") && stripped.length() > 19 && stripped.charAt(4) == '-') {
            try {
                return Instant.parse(stripped).truncatedTo(ChronoUnit.SECONDS);
            } catch (DateTimeException e) {
                return stripped;
            }
        }
        return stripped.replace("\r\n", "\n");
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static Optional<UUID> uuid(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Map<String, String> map(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> texts.put(String.valueOf(key), one == null ? "" : one.toString()));
        }
        return texts;
    }

    /** The fields of a creation by name. */
    static Map<String, @Nullable Object> of(Operation creation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        creation.changes().forEach(change -> fields.put(change.field(), change.newValue()));
        return fields;
    }

    private Fields() {}
}
