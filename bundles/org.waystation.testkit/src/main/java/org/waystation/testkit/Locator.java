package org.waystation.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which widget is meant: the first visible one that has everything named here. */
public record Locator(Map<String, Object> parts) {

    public static Locator id(String id) {
        return new Locator(Map.of()).and("id", id);
    }

    public static Locator text(String text) {
        return new Locator(Map.of()).and("text", text);
    }

    public static Locator contains(String text) {
        return new Locator(Map.of()).and("contains", text);
    }

    public static Locator name(String accessibleName) {
        return new Locator(Map.of()).and("name", accessibleName);
    }

    public static Locator type(String simpleClassName) {
        return new Locator(Map.of()).and("type", simpleClassName);
    }

    public Locator within(String id) {
        return and("within", id);
    }

    public Locator and(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parts);
        more.put(key, value);
        return new Locator(more);
    }

    public ObjectNode question(String ask) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("ask", ask);
        parts.forEach((key, value) -> node.putPOJO(key, value));
        return node;
    }
}
