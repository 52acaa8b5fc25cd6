package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** What values a field takes. Details of a fault never repeat the value: it may be a customer's text. */
public sealed interface FieldType
        permits FieldType.Text,
                FieldType.Whole,
                FieldType.Flag,
                FieldType.Moment,
                FieldType.Day,
                FieldType.Reference,
                FieldType.AnyReference,
                FieldType.Word,
                FieldType.Texts,
                FieldType.Properties,
                Matching,
                TimeZoneName,
                ListOf,
                Structure {

    /**
     * Why a value does not fit.
     *
     * @param path where in the value, such as {@code [3].text}; empty for the value itself
     */
    record Fault(String path, String code, String detail) {

        Fault within(String prefix) {
            return new Fault(prefix + path, code, detail);
        }
    }

    /**
     * That a value points at a record.
     *
     * @param path where in the value; empty for the value itself
     * @param targets the kinds it may be
     */
    record Pointer(String path, List<EntityKind> targets, UUID id) {

        Pointer within(String prefix) {
            return new Pointer(prefix + path, targets, id);
        }
    }

    /** What is wrong with a value that is not null; empty where it fits. */
    Optional<Fault> check(JsonNode value);

    /** The one form in which equal values are stored; only for values that fit. */
    default JsonNode normal(JsonNode value) {
        return value;
    }

    /** The records that a value points at; only for values that fit. */
    default List<Pointer> pointers(JsonNode value) {
        return List.of();
    }

    /** Text of limited length, counted in UTF-16 units as in Java and JavaScript. */
    record Text(int min, int max) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            return value.isTextual() ? checkText(value.textValue(), min, max) : wrongType("a text");
        }
    }

    /** A whole number. */
    record Whole(long min, long max) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            if (!value.isIntegralNumber()) {
                return wrongType("a whole number");
            }
            boolean fits = value.canConvertToLong() && value.longValue() >= min && value.longValue() <= max;
            return fits ? Optional.empty() : fault("out_of_range", "must be between " + min + " and " + max);
        }
    }

    /** True or false. */
    record Flag() implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            return value.isBoolean() ? Optional.empty() : wrongType("true or false");
        }
    }

    /** A point in time with offset (RFC 3339); stored in UTC with milliseconds. */
    record Moment() implements FieldType {
        private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

        @Override
        public Optional<Fault> check(JsonNode value) {
            if (!value.isTextual()) {
                return wrongType("a point in time");
            }
            try {
                Instant instant = Instant.parse(value.textValue());
                return instant.isBefore(FIRST) || !instant.isBefore(END)
                        ? fault("out_of_range", "must lie between the years 1970 and 2999")
                        : Optional.empty();
            } catch (DateTimeException e) {
                return fault("not_an_instant", "must be a point in time such as 2026-11-22T18:30:00Z");
            }
        }

        @Override
        public JsonNode normal(JsonNode value) {
            return TextNode.valueOf(wire(Instant.parse(value.textValue())));
        }

        /** As on the wire. */
        public static String wire(Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }

    /** A calendar date. */
    record Day() implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            if (!value.isTextual()) {
                return wrongType("a date");
            }
            try {
                int year = LocalDate.parse(value.textValue()).getYear();
                return year < 1970 || year > 2999
                        ? fault("out_of_range", "must lie between the years 1970 and 2999")
                        : Optional.empty();
            } catch (DateTimeException e) {
                return fault("not_a_date", "must be a date such as 2026-11-22");
            }
        }
    }

    /** The id of another record. */
    record Reference(EntityKind target) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            return value.isTextual() && Ids.isId(value.textValue())
                    ? Optional.empty()
                    : fault("not_an_id", "must be the id of a " + target.code());
        }

        @Override
        public List<Pointer> pointers(JsonNode value) {
            return List.of(new Pointer("", List.of(target), UUID.fromString(value.textValue())));
        }
    }

    /** The id of a record of one of some kinds. */
    record AnyReference(List<EntityKind> targets) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            return value.isTextual() && Ids.isId(value.textValue())
                    ? Optional.empty()
                    : fault("not_an_id", "must be the id of a record");
        }

        @Override
        public List<Pointer> pointers(JsonNode value) {
            return List.of(new Pointer("", targets, UUID.fromString(value.textValue())));
        }
    }

    /** One of a closed set of words. */
    record Word(List<String> known) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            return value.isTextual() && known.contains(value.textValue())
                    ? Optional.empty()
                    : fault("unknown_value", "must be one of " + String.join(", ", known));
        }
    }

    /** Some short texts, each once. */
    record Texts(int maxItems, int maxLength) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            if (!value.isArray()) {
                return wrongType("a list of texts");
            }
            if (value.size() > maxItems) {
                return fault("too_many", "must be at most " + maxItems);
            }
            Set<String> seen = new HashSet<>();
            for (JsonNode element : value) {
                if (!element.isTextual()) {
                    return wrongType("a list of texts");
                }
                Optional<Fault> wrong = checkText(element.textValue(), 1, maxLength);
                if (wrong.isPresent()) {
                    return wrong;
                }
                if (!seen.add(element.textValue())) {
                    return fault("duplicate", "must not hold the same text twice");
                }
            }
            return Optional.empty();
        }
    }

    /** Named texts. */
    record Properties(int maxItems, int maxName, int maxValue) implements FieldType {
        @Override
        public Optional<Fault> check(JsonNode value) {
            if (!value.isObject()) {
                return wrongType("an object of texts");
            }
            if (value.size() > maxItems) {
                return fault("too_many", "must be at most " + maxItems);
            }
            List<Fault> faults = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                checkText(entry.getKey(), 1, maxName).ifPresent(faults::add);
                if (entry.getValue().isTextual()) {
                    checkText(entry.getValue().textValue(), 0, maxValue).ifPresent(faults::add);
                } else {
                    faults.add(new Fault("", "wrong_type", "must be an object of texts"));
                }
            }
            return faults.stream().findFirst();
        }
    }

    /** A fault of the value itself. */
    static Optional<Fault> fault(String code, String detail) {
        return Optional.of(new Fault("", code, detail));
    }

    /** That the value is of another type. */
    static Optional<Fault> wrongType(String expected) {
        return fault("wrong_type", "must be " + expected);
    }

    private static Optional<Fault> checkText(String text, int min, int max) {
        if (text.length() > max) {
            return fault("too_long", "must be at most " + max + " characters long");
        }
        if (min > 0 && text.isBlank()) {
            return fault("required", "must not be empty");
        }
        return storable(text) ? Optional.empty() : fault("invalid_character", "holds a character that is not text");
    }

    /** PostgreSQL stores neither U+0000 nor halves of surrogate pairs. */
    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
