package org.waystation.sync.internal.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Conflict;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Fields and their values as people read them; also those of kinds that a newer server brings. */
final class FieldWords {

    /** Fields that hold a word of a vocabulary in snake case. */
    private static final Set<String> TERMS =
            Set.of("status", "type", "origin", "visibility", "workType", "kind", "state", "severity");

    private static final Set<String> PEOPLE = Set.of("assigneeId", "userId", "authorId", "ownerId", "updatedBy");

    private final Records records;

    FieldWords(Records records) {
        this.records = records;
    }

    /** Such as "Resolution due" for {@code resolutionDueAt}. */
    static String label(String field) {
        String words = field.replaceFirst("(Id|At|By)$", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return sentence(words.isEmpty() ? field : words);
    }

    Conflict.Value value(String field, @Nullable Object raw) throws StoreException {
        return new Conflict.Value(raw, shown(field, raw));
    }

    String shown(String field, @Nullable Object raw) throws StoreException {
        return switch (raw) {
            case null -> "";
            case Boolean flag -> flag ? "Yes" : "No";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case String text when field.endsWith("Id") || field.endsWith("By") -> name(field, text);
            case String text when field.equals("priority") -> text.toUpperCase(Locale.ROOT);
            case String text when TERMS.contains(field) -> sentence(text.replace('_', ' '));
            default -> String.valueOf(raw);
        };
    }

    /** Who or what an id stands for; the id itself where it is not held here. */
    String name(String field, String id) throws StoreException {
        Optional<UUID> parsed = parse(id);
        if (parsed.isEmpty()) {
            return id;
        }
        EntityKind kind = PEOPLE.contains(field) ? EntityKind.USER : kindOf(field);
        return records.find(new RecordRef(kind, parsed.get()))
                .map(FieldWords::title)
                .orElse(id);
    }

    /** What a record is called. */
    static String title(EntityRecord record) {
        String text = textOf(record, "subject");
        if (text.isEmpty()) {
            text = textOf(record, "title");
        }
        if (text.isEmpty()) {
            text = textOf(record, "name");
        }
        Object number = record.data().get("number");
        String prefix = number == null ? "" : "#" + number;
        return (prefix + " " + text).strip();
    }

    private static EntityKind kindOf(String field) {
        String code = field.replaceFirst("(Id|By)$", "");
        return code.isEmpty() ? EntityKind.USER : new EntityKind(code);
    }

    private static String textOf(EntityRecord record, String field) {
        return record.data().get(field) instanceof String text ? text : "";
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
