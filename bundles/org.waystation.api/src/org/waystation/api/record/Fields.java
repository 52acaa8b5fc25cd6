package org.waystation.api.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of a record's fields. A value of the wrong type is an error that names the field. */
public final class Fields {

    private final String owner;
    private final Map<String, @Nullable Object> data;

    /**
     * @param owner what the fields belong to, for messages
     * @param data fields by name
     */
    public Fields(String owner, Map<String, @Nullable Object> data) {
        this.owner = owner;
        this.data = data;
    }

    /** The text, or the empty text where the field is missing or null. */
    public String text(String name) {
        return optionalText(name).orElse("");
    }

    public Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    public boolean flag(String name) {
        return optional(name, Boolean.class).orElse(false);
    }

    /** The whole number, or empty where the field is missing or null. */
    public Optional<Long> number(String name) {
        return optional(name, Number.class).map(Number::longValue);
    }

    public Optional<UUID> uuid(String name) {
        return optionalText(name).map(text -> parse(name, text, UUID::fromString));
    }

    /** An instant in ISO 8601 form with offset (RFC 3339). */
    public Optional<Instant> instant(String name) {
        return optionalText(name).map(text -> parse(name, text, Instant::parse));
    }

    /** A calendar date in ISO 8601 form. */
    public Optional<LocalDate> date(String name) {
        return optionalText(name).map(text -> parse(name, text, LocalDate::parse));
    }

    /** The texts of a list; empty where the field is missing or null. */
    public List<String> texts(String name) {
        return optional(name, List.class)
                .map(list -> {
                    for (Object element : list) {
                        if (!(element instanceof String)) {
                            throw wrong(name, "a list of texts");
                        }
                    }
                    @SuppressWarnings("unchecked") // each element was just checked
                    List<String> texts = List.copyOf((List<String>) list);
                    return texts;
                })
                .orElse(List.of());
    }

    /** The ids of a list; empty where the field is missing or null. */
    public List<UUID> uuids(String name) {
        return texts(name).stream()
                .map(text -> parse(name, text, UUID::fromString))
                .toList();
    }

    /** The calendar dates of a list; empty where the field is missing or null. */
    public List<LocalDate> dates(String name) {
        return texts(name).stream()
                .map(text -> parse(name, text, LocalDate::parse))
                .toList();
    }

    /** A time of day in ISO 8601 form, such as {@code 08:30}. */
    public Optional<LocalTime> time(String name) {
        return optionalText(name).map(text -> parse(name, text, LocalTime::parse));
    }

    /** A time zone by its name in the IANA database, such as {@code Europe/London}. */
    public Optional<ZoneId> zone(String name) {
        return optionalText(name).map(text -> parse(name, text, ZoneId::of));
    }

    /** A decimal number, which travels as a text. */
    public Optional<BigDecimal> decimal(String name) {
        return optionalText(name).map(text -> parse(name, text, BigDecimal::new));
    }

    /** The object in a field; empty where the field is missing or null. */
    public Optional<Fields> object(String name) {
        return optional(name, Map.class).map(value -> nested(name, value));
    }

    /** The objects of a list; empty where the field is missing or null. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : optional(name, List.class).orElse(List.of())) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(nested(name, map));
        }
        return objects;
    }

    /** Texts by name, in their order; what is no text is left out. Empty where the field is missing or null. */
    public Map<String, String> properties(String name) {
        Map<String, String> properties = new LinkedHashMap<>();
        object(name)
                .ifPresent(values -> values.data.forEach((key, value) -> {
                    if (value instanceof String text) {
                        properties.put(key, text);
                    }
                }));
        return Collections.unmodifiableMap(properties);
    }

    /** The names of the fields that are there. */
    public Set<String> names() {
        return data.keySet();
    }

    private Fields nested(String name, Map<?, ?> value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        value.forEach((key, member) -> members.put(String.valueOf(key), member));
        return new Fields(owner + "." + name, members);
    }

    private <T> Optional<T> optional(String name, Class<T> type) {
        Object value = data.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(name, "a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        return Optional.of(type.cast(value));
    }

    private <T> T parse(String name, String text, java.util.function.Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, "well formed");
        }
    }

    private MalformedRecordException wrong(String name, String expected) {
        return new MalformedRecordException(
                owner, name, "Field '" + name + "' of " + owner + " is not " + expected + ".");
    }
}
