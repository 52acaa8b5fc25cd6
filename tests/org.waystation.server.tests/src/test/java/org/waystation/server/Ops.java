package org.waystation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waystation.server.record.Json;

/** Builds operations and sends them. */
public final class Ops {

    private final Api api;

    public Ops(Api api) {
        this.api = api;
    }

    public static String newId() {
        return Generators.timeBasedEpochRandomGenerator().generate().toString();
    }

    /** One operation that can be added to. */
    public static final class Op {

        private final ObjectNode node = Json.object();
        private final ArrayNode changes = node.putArray("changes");

        Op(String type, String kind, String entityId, long baseVersion) {
            node.put("id", newId());
            node.put("type", type);
            node.put("kind", kind);
            node.put("entityId", entityId);
            node.put("baseVersion", baseVersion);
            node.putArray("dependsOn");
            node.put("performedAt", Instant.now().toString());
        }

        public Op set(String field, @Nullable Object value) {
            changes.addObject()
                    .put("field", field)
                    .putNull("old")
                    .set("new", Json.mapper().valueToTree(value));
            return this;
        }

        public Op after(Op... others) {
            for (Op other : others) {
                ((ArrayNode) node.get("dependsOn")).add(other.id());
            }
            return this;
        }

        public Op performedAt(Instant time) {
            node.put("performedAt", time.toString());
            return this;
        }

        public Op base(long version) {
            node.put("baseVersion", version);
            return this;
        }

        public String id() {
            return node.get("id").textValue();
        }

        public String entityId() {
            return node.get("entityId").textValue();
        }

        public ObjectNode node() {
            return node;
        }
    }

    public static Op create(String kind) {
        return new Op("create", kind, newId(), 0);
    }

    public static Op update(String kind, String entityId, long baseVersion) {
        return new Op("update", kind, entityId, baseVersion);
    }

    public static Op update(JsonNode record) {
        return update(
                record.get("kind").textValue(),
                record.get("id").textValue(),
                record.get("version").longValue());
    }

    public static Op delete(JsonNode record) {
        return new Op(
                "delete",
                record.get("kind").textValue(),
                record.get("id").textValue(),
                record.get("version").longValue());
    }

    /** A ticket with all it must have. */
    public static Op ticket(String companyId) {
        return create("ticket")
                .set("subject", "Scanner does not wake up")
                .set("companyId", companyId)
                .set("type", "incident")
                .set("priority", "p3");
    }

    public static Op note(String ticketId, String visibility, String body) {
        return create("note")
                .set("ticketId", ticketId)
                .set("visibility", visibility)
                .set("body", body);
    }

    public static Op time(String ticketId, int minutes) {
        return create("timeEntry")
                .set("ticketId", ticketId)
                .set("minutes", minutes)
                .set("workType", "remote");
    }

    /** The results, in the order of the operations. */
    public JsonNode send(Op... operations) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("operations");
        for (Op operation : operations) {
            list.add(operation.node());
        }
        return api.post("/v1/operations", body.toString()).expect(200).json().get("results");
    }

    /** The result of one operation. */
    public JsonNode one(Op operation) {
        return send(operation).get(0);
    }

    /** The record that one operation made or changed. */
    public JsonNode applied(Op operation) {
        JsonNode result = one(operation);
        if (!result.path("outcome").asText().equals("applied")) {
            throw new AssertionError("Not applied: " + result);
        }
        return result.get("record");
    }

    /** The id of a sample company by its name. */
    public String company(String name) {
        for (JsonNode item : api.get("/v1/companies").expect(200).json().get("items")) {
            if (item.at("/data/name").asText().equals(name)) {
                return item.get("id").textValue();
            }
        }
        throw new AssertionError("No company " + name);
    }
}
