package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.server.record.Json;

/** Some values of one type, each once. */
public record ListOf(FieldType element, int maxItems) implements FieldType {

    @Override
    public Optional<Fault> check(JsonNode value) {
        if (!value.isArray()) {
            return FieldType.wrongType("a list");
        }
        if (value.size() > maxItems) {
            return FieldType.fault("too_many", "must be at most " + maxItems);
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            Optional<Fault> wrong = element.check(value.get(i));
            if (wrong.isPresent()) {
                return Optional.of(wrong.get().within("[" + i + "]"));
            }
            if (!seen.add(value.get(i))) {
                return Optional.of(new Fault("[" + i + "]", "duplicate", "is there twice"));
            }
        }
        return Optional.empty();
    }

    @Override
    public JsonNode normal(JsonNode value) {
        ArrayNode normal = Json.mapper().createArrayNode();
        value.forEach(one -> normal.add(element.normal(one)));
        return normal;
    }

    @Override
    public List<Pointer> pointers(JsonNode value) {
        List<Pointer> pointers = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            for (Pointer pointer : element.pointers(value.get(i))) {
                pointers.add(pointer.within("[" + i + "]"));
            }
        }
        return pointers;
    }
}
