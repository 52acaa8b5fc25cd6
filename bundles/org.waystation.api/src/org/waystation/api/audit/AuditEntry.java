package org.waystation.api.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that was done.
 *
 * @param number place in the trail, from 1
 * @param action what was done, such as {@code session.start}
 * @param subject which session, credential or file; never a secret
 * @param detail in words; never a secret
 * @param hash SHA-256 over this entry and the hash before it, in hexadecimal
 */
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String action,
        String subject,
        Optional<UUID> companyId,
        String detail,
        String hash) {}
