package org.waystation.conformance;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One operation that can be added to. */
public final class Op {

    private final ObjectNode node = Json.object();
    private final ArrayNode changes = node.putArray("changes");

    private Op(String type, String kind, String entityId, long baseVersion) {
        node.put("id", newId());
        node.put("type", type);
        node.put("kind", kind);
        node.put("entityId", entityId);
        node.put("baseVersion", baseVersion);
        node.putArray("dependsOn");
        node.put("performedAt", Instant.now().toString());
    }

    public static String newId() {
        return Generators.timeBasedEpochRandomGenerator().generate().toString();
    }

    public static Op create(String kind) {
        return new Op("create", kind, newId(), 0);
    }

    public static Op update(JsonNode record) {
        return update(record, record.path("version").asLong());
    }

    public static Op update(JsonNode record, long base) {
        return new Op(
                "update", record.path("kind").asString(), record.path("id").asString(), base);
    }

    public static Op delete(JsonNode record) {
        return new Op(
                "delete",
                record.path("kind").asString(),
                record.path("id").asString(),
                record.path("version").asLong());
    }

    public Op set(String field, @Nullable Object value) {
        changes.addObject().put("field", field).putNull("old").set("new", Json.of(value));
        return this;
    }

    public Op after(Op... others) {
        List.of(others).forEach(other -> ((ArrayNode) node.path("dependsOn")).add(other.id()));
        return this;
    }

    public Op performedAt(Instant time) {
        node.put("performedAt", time.toString());
        return this;
    }

    /** With the id of a record that is there already, or of another operation. */
    public Op with(String field, String value) {
        node.put(field, value);
        return this;
    }

    public String id() {
        return node.path("id").asString();
    }

    public String entityId() {
        return node.path("entityId").asString();
    }

    public ObjectNode node() {
        return node;
    }
}
