package org.waystation.backend.rt.internal.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.internal.MappingText;
import org.waystation.backend.rt.internal.wire.Json;

/** The way to a server and what its words mean, as a text that is kept with the profile. The secret is not in it. */
record KeptConnection(RtAccess access, RtMapping mapping) {

    String write() {
        ObjectNode json = Json.object()
                .put("server", access.server().toString())
                .put("method", access.method().name())
                .put("user", access.user())
                .put("credential", access.credential().toString())
                .put("mapping", MappingText.write(mapping));
        return json.toString();
    }

    /** Empty where it cannot be read; then nobody is connected. */
    static Optional<KeptConnection> read(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            RtAccess access = new RtAccess(
                    URI.create(Json.text(json.path("server"))),
                    RtAccess.Method.valueOf(Json.text(json.path("method"))),
                    Json.text(json.path("user")),
                    UUID.fromString(Json.text(json.path("credential"))));
            return Optional.of(new KeptConnection(access, MappingText.read(Json.text(json.path("mapping")))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
