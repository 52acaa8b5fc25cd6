package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * One message of a ticket's conversation. Notes are only ever appended.
 *
 * @param authorId the user who wrote it; empty where a contact or a system did
 * @param authorName the author as it shall be shown
 * @param body CommonMark text, hostile until sanitised
 */
public record Note(
        UUID id,
        Optional<UUID> ticketId,
        Optional<UUID> authorId,
        String authorName,
        Visibility visibility,
        String body,
        Optional<Instant> createdAt) {

    public static final int BODY_MAX = 100_000;

    public static Note of(EntityRecord record) {
        Fields fields = record.fields();
        return new Note(
                record.id(),
                fields.uuid("ticketId"),
                fields.uuid("authorId"),
                fields.text("authorName"),
                new Visibility(fields.text("visibility")),
                fields.text("body"),
                fields.instant("createdAt"));
    }
}
