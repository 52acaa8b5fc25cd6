package org.waystation.credentials.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.SecretPart;

/** What is shown of a credential, as JSON. */
final class CredentialCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    byte[] write(Credential credential) throws IOException {
        ObjectNode node = MAPPER.createObjectNode()
                .put("companyId", credential.companyId().map(UUID::toString).orElse(""))
                .put("name", credential.name())
                .put("user", credential.user())
                .put("changedAt", credential.changedAt().toString());
        credential.parts().forEach(part -> node.withArray("parts").add(part.name()));
        return MAPPER.writeValueAsBytes(node);
    }

    Credential read(UUID id, byte[] json) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        String company = node.path("companyId").asText();
        Set<SecretPart> parts = EnumSet.noneOf(SecretPart.class);
        node.path("parts").forEach(part -> parts.add(SecretPart.valueOf(part.asText())));
        return new Credential(
                id,
                company.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(company)),
                node.path("name").asText(),
                node.path("user").asText(),
                parts,
                Instant.parse(node.path("changedAt").asText()));
    }
}
