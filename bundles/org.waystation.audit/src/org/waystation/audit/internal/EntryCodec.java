package org.waystation.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.audit.AuditEntry;

/** Entries as JSON, and their hashes. */
final class EntryCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Numbers as keys that sort. */
    String key(long number) {
        return String.format(Locale.ROOT, "%016d", number);
    }

    byte[] write(AuditEntry entry) throws IOException {
        return MAPPER.writeValueAsBytes(node(entry).put("hash", entry.hash()));
    }

    AuditEntry read(byte[] json) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        String company = node.path("companyId").asText();
        return new AuditEntry(
                node.path("number").asLong(),
                Instant.parse(node.path("at").asText()),
                node.path("who").asText(),
                node.path("action").asText(),
                node.path("subject").asText(),
                company.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(company)),
                node.path("detail").asText(),
                node.path("hash").asText());
    }

    /** The entry with its hash: SHA-256 over the hash before it and its own JSON without a hash. */
    AuditEntry hashed(AuditEntry entry, String before) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.US_ASCII));
            digest.update(MAPPER.writeValueAsBytes(node(entry)));
            String hash = HexFormat.of().formatHex(digest.digest());
            return new AuditEntry(
                    entry.number(),
                    entry.at(),
                    entry.who(),
                    entry.action(),
                    entry.subject(),
                    entry.companyId(),
                    entry.detail(),
                    hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static ObjectNode node(AuditEntry entry) {
        return MAPPER.createObjectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("who", entry.who())
                .put("action", entry.action())
                .put("subject", entry.subject())
                .put("companyId", entry.companyId().map(UUID::toString).orElse(""))
                .put("detail", entry.detail());
    }
}
