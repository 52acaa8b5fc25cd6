package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * One link of a workstation's audit trail. Entries of a device form a chain: each carries the hash of the one before,
 * so that what was changed or left out shows. The server takes them in their order only and never changes them.
 *
 * @param userId who acted
 * @param deviceId the workstation whose chain it is in
 * @param position its place in the chain, from 1
 * @param action what was done, such as {@code session.start} or {@code credential.use}
 * @param subject which session, credential or file; never a secret
 * @param previousHash hash of the entry before; empty for the first
 * @param hash by the device over the entry and the hash before, 64 hexadecimal digits
 */
public record AuditEntry(
        UUID id,
        Optional<UUID> companyId,
        Optional<UUID> userId,
        Optional<UUID> deviceId,
        long position,
        Optional<Instant> at,
        String action,
        String subject,
        String detail,
        String previousHash,
        String hash) {

    public static AuditEntry of(EntityRecord record) {
        Fields fields = record.fields();
        return new AuditEntry(
                record.id(),
                fields.uuid("companyId"),
                fields.uuid("userId"),
                fields.uuid("deviceId"),
                fields.number("position").orElse(0L),
                fields.instant("at"),
                fields.text("action"),
                fields.text("subject"),
                fields.text("detail"),
                fields.text("previousHash"),
                fields.text("hash"));
    }
}
