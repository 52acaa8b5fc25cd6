package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.server.record.Json;

/** An object with members of its own, each declared like a field. */
public record Structure(Map<String, FieldDefinition> members) implements FieldType {

    public Structure {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static Structure of(FieldDefinition... members) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        Arrays.stream(members).forEach(member -> byName.put(member.name(), member));
        return new Structure(byName);
    }

    @Override
    public Optional<Fault> check(JsonNode value) {
        if (!value.isObject()) {
            return FieldType.wrongType("an object");
        }
        for (FieldDefinition member : members.values()) {
            if (member.required() && !value.hasNonNull(member.name())) {
                return Optional.of(new Fault("." + member.name(), "required", "is required"));
            }
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            FieldDefinition member = members.get(entry.getKey());
            if (member == null) {
                // Not named: it is the sender's text.
                return FieldType.fault(
                        "unknown_field", "may only have the members " + String.join(", ", members.keySet()));
            }
            Optional<Fault> wrong =
                    entry.getValue().isNull() ? Optional.empty() : member.type().check(entry.getValue());
            if (wrong.isPresent()) {
                return Optional.of(wrong.get().within("." + member.name()));
            }
        }
        return Optional.empty();
    }

    /** In the order of the declaration, without what is null. */
    @Override
    public JsonNode normal(JsonNode value) {
        ObjectNode normal = Json.object();
        members.forEach((name, member) -> {
            if (value.hasNonNull(name)) {
                normal.set(name, member.type().normal(value.get(name)));
            }
        });
        return normal;
    }

    @Override
    public List<Pointer> pointers(JsonNode value) {
        List<Pointer> pointers = new ArrayList<>();
        members.forEach((name, member) -> {
            if (value.hasNonNull(name)) {
                member.type().pointers(value.get(name)).forEach(pointer -> pointers.add(pointer.within("." + name)));
            }
        });
        return pointers;
    }
}
