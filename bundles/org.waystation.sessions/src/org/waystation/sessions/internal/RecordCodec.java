package org.waystation.sessions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionTarget;

/** Sessions that were, and how machines were reached, as JSON. */
final class RecordCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    byte[] write(SessionRecord record) throws IOException {
        return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                .put("title", record.title())
                .put("protocol", record.protocol())
                .put("address", record.address())
                .put("user", record.user())
                .put("companyId", text(record.companyId()))
                .put("assetId", text(record.assetId()))
                .put("ticketId", text(record.ticketId()))
                .put("startedAt", record.startedAt().toString())
                .put("millis", record.duration().toMillis())
                .put("ending", record.ending())
                .put("recorded", record.recorded())
                .put("transfers", record.transfers()));
    }

    SessionRecord record(UUID id, byte[] json) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        return new SessionRecord(
                id,
                node.path("title").asText(),
                node.path("protocol").asText(),
                node.path("address").asText(),
                node.path("user").asText(),
                uuid(node, "companyId"),
                uuid(node, "assetId"),
                uuid(node, "ticketId"),
                Instant.parse(node.path("startedAt").asText()),
                Duration.ofMillis(node.path("millis").asLong()),
                node.path("ending").asText(),
                node.path("recorded").asBoolean(),
                node.path("transfers").asInt());
    }

    byte[] write(SessionTarget target) throws IOException {
        return MAPPER.writeValueAsBytes(node(target));
    }

    SessionTarget target(byte[] json) throws IOException {
        return target(MAPPER.readTree(json));
    }

    private static ObjectNode node(SessionTarget target) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("protocol", target.protocol())
                .put("host", target.host())
                .put("port", target.port())
                .put("user", target.user())
                .put("credentialId", text(target.credentialId()));
        target.jump().ifPresent(jump -> node.set("jump", node(jump)));
        return node;
    }

    private static SessionTarget target(JsonNode node) {
        return new SessionTarget(
                node.path("protocol").asText(),
                node.path("host").asText(),
                node.path("port").asInt(),
                node.path("user").asText(),
                uuid(node, "credentialId"),
                node.has("jump") ? Optional.of(target(node.path("jump"))) : Optional.empty());
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private static Optional<UUID> uuid(JsonNode node, String field) {
        String text = node.path(field).asText();
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }
}
