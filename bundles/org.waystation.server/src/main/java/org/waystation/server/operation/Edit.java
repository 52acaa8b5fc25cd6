package org.waystation.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.KindDefinition;

/**
 * One operation as it was sent, well-formed, its values not yet looked at.
 *
 * @param id also the idempotency key
 * @param baseVersion the version its author saw
 * @param changes new values by field; a null node removes the field
 * @param dependsOn operations that must have been applied before
 * @param performedAt when the author did it, by the author's clock
 */
public record Edit(
        UUID id,
        Operation.Type type,
        KindDefinition kind,
        UUID entityId,
        long baseVersion,
        Map<String, JsonNode> changes,
        List<UUID> dependsOn,
        Instant performedAt) {

    public Edit {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        dependsOn = List.copyOf(dependsOn);
    }
}
