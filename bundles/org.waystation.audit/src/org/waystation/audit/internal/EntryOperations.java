package org.waystation.audit.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.audit.AuditEntry;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.store.edit.NewRecord;

/** Entries as the server takes them. */
final class EntryOperations {

    /** An entry's id follows from its place, so that the same one is never there twice. */
    static UUID id(UUID device, long number) {
        return UUID.nameUUIDFromBytes((device + "/" + number).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static UUID uuid(byte[] text) {
        return UUID.fromString(new String(text, StandardCharsets.US_ASCII));
    }

    /** @param before hash of the entry before; empty for the first */
    Operation creation(
            UUID id, UUID device, AuditEntry entry, String before, Optional<UUID> user, List<UUID> dependsOn) {
        NewRecord record = new NewRecord()
                .set("companyId", entry.companyId())
                .set("userId", user)
                .set("actor", entry.who())
                .set("deviceId", device)
                .set("position", entry.number())
                .set("at", entry.at())
                .set("action", entry.action())
                .set("subject", entry.subject())
                .set("detail", entry.detail());
        if (!before.isEmpty()) {
            record.set("previousHash", before);
        }
        record.set("hash", entry.hash());
        return new Operation(
                id,
                Operation.Type.CREATE,
                EntityKind.AUDIT_ENTRY,
                id(device, entry.number()),
                0,
                record.changes(),
                dependsOn,
                entry.at());
    }
}
