package org.waystation.store.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;

/**
 * What of a record is searched.
 *
 * @param title its name; empty for one that has none of its own, such as a note
 * @param body all else, in lines
 */
public record TextOf(String title, String body) {

    /** Fields of each kind: first the title's, then the others'. */
    private static final Map<EntityKind, List<List<String>>> FIELDS = Map.ofEntries(
            Map.entry(EntityKind.TICKET, List.of(List.of("subject"), List.of("number", "tags", "resolution"))),
            Map.entry(EntityKind.NOTE, List.of(List.of(), List.of("body"))),
            Map.entry(EntityKind.TIME_ENTRY, List.of(List.of(), List.of("comment"))),
            Map.entry(EntityKind.ARTICLE, List.of(List.of("title"), List.of("body", "tags"))),
            Map.entry(
                    EntityKind.ASSET,
                    List.of(
                            List.of("name"),
                            List.of(
                                    "serial",
                                    "manufacturer",
                                    "model",
                                    "role",
                                    "location",
                                    "supplier",
                                    "tags",
                                    "properties"))),
            Map.entry(EntityKind.COMPANY, List.of(List.of("name"), List.of("notes", "website", "phone"))),
            Map.entry(EntityKind.SITE, List.of(List.of("name"), List.of("address", "city", "phone"))),
            Map.entry(EntityKind.CONTACT, List.of(List.of("name"), List.of("email", "phone", "mobile", "title"))),
            Map.entry(EntityKind.USER, List.of(List.of("name"), List.of("email"))),
            Map.entry(EntityKind.ATTACHMENT, List.of(List.of("name"), List.of())),
            Map.entry(EntityKind.ALERT, List.of(List.of("summary"), List.of("detail", "source"))));

    public static boolean has(EntityKind kind) {
        return FIELDS.containsKey(kind);
    }

    /** Empty for a kind that is not searched. */
    public static Optional<TextOf> of(EntityRecord record) {
        List<List<String>> fields = FIELDS.get(record.kind());
        return fields == null
                ? Optional.empty()
                : Optional.of(new TextOf(text(record, fields.getFirst()), text(record, fields.getLast())));
    }

    private static String text(EntityRecord record, List<String> fields) {
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            add(parts, record.data().get(field));
        }
        return String.join("\n", parts);
    }

    private static void add(List<String> parts, @Nullable Object value) {
        switch (value) {
            case null -> {} // has none
            case String text when text.isBlank() -> {} // says nothing
            case Collection<?> values -> values.forEach(each -> add(parts, each));
            case Map<?, ?> values -> values.values().forEach(each -> add(parts, each));
            default -> parts.add(value.toString());
        }
    }
}
