package org.waystation.server.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/**
 * A record as it stands in the database.
 *
 * @param companyId the company it belongs to; empty for what belongs to the provider
 * @param version counts the edits of people
 * @param seq where in the history it last changed
 * @param deleted whether it is a tombstone; then it has no data
 */
public record StoredRecord(
        EntityKind kind, UUID id, Optional<UUID> companyId, long version, long seq, boolean deleted, ObjectNode data) {

    /**
     * As on the wire.
     *
     * @param actions what its reader may do with it now
     */
    public ObjectNode envelope(List<String> actions) {
        ObjectNode envelope = Json.object();
        envelope.put("kind", kind.code());
        envelope.put("id", id.toString());
        envelope.put("version", version);
        envelope.put("seq", seq);
        if (deleted) {
            envelope.put("deleted", true);
        } else {
            ArrayNode allowed = envelope.putArray("actions");
            actions.forEach(allowed::add);
        }
        envelope.set("data", data);
        return envelope;
    }

    /** The id that a field of it holds; empty where it has none. */
    public Optional<UUID> reference(String field) {
        return Optional.ofNullable(data.get(field))
                .filter(value -> value.isTextual())
                .map(v -> UUID.fromString(v.textValue()));
    }
}
