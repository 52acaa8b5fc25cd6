package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * Something that monitoring found.
 *
 * @param message what it said, hostile until sanitised
 * @param source the system that raised it
 * @param key what makes two reports the same alert, in the words of the source
 * @param count how often it was reported
 * @param raisedAt when it was first reported
 * @param lastSeenAt when it was last reported
 * @param ticketId the ticket that was made of it
 */
public record Alert(
        UUID id,
        Optional<UUID> companyId,
        Optional<UUID> assetId,
        Optional<UUID> ticketId,
        String title,
        String message,
        AlertSeverity severity,
        AlertState state,
        String source,
        String key,
        long count,
        Optional<Instant> raisedAt,
        Optional<Instant> lastSeenAt,
        Optional<Instant> acknowledgedAt,
        Optional<UUID> acknowledgedBy,
        Optional<Instant> resolvedAt) {

    public static Alert of(EntityRecord record) {
        Fields fields = record.fields();
        return new Alert(
                record.id(),
                fields.uuid("companyId"),
                fields.uuid("assetId"),
                fields.uuid("ticketId"),
                fields.text("title"),
                fields.text("message"),
                new AlertSeverity(fields.text("severity")),
                new AlertState(fields.text("state")),
                fields.text("source"),
                fields.text("key"),
                fields.number("count").orElse(1L),
                fields.instant("raisedAt"),
                fields.instant("lastSeenAt"),
                fields.instant("acknowledgedAt"),
                fields.uuid("acknowledgedBy"),
                fields.instant("resolvedAt"));
    }
}
