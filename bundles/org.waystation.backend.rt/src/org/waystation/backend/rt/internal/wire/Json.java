package org.waystation.backend.rt.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads answers in which numbers are sometimes texts, lists sometimes missing and references sometimes names. */
public final class Json {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** The text of a value; empty where there is none. */
    public static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    public static long number(JsonNode node) {
        String text = text(node);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The id of what a reference points at, a number or a name. */
    public static String reference(JsonNode node) {
        return node.isObject() ? text(node.path("id")) : text(node);
    }

    /** The ids of what a list of references points at. */
    public static List<String> references(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(one -> ids.add(reference(one)));
        return ids;
    }

    /** The values of a custom field, by its name; empty where the object has no such field. */
    public static Optional<List<String>> customField(JsonNode object, String name) {
        for (JsonNode field : object.path("CustomFields")) {
            if (text(field.path("name")).equals(name)) {
                List<String> values = new ArrayList<>();
                field.path("values").forEach(value -> values.add(text(value)));
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    /** The first value of a custom field; empty where it has none. */
    public static String customText(JsonNode object, String name) {
        return customField(object, name)
                .flatMap(values -> values.stream().findFirst())
                .orElse("");
    }

    private Json() {}
}
