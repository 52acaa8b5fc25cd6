package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * A file that belongs to a record. Its content is found by its hash, so the same file is kept once.
 *
 * @param ownerKind kind of the record it belongs to; it goes when that one goes
 * @param name file name without any folder, hostile until sanitised
 * @param size bytes
 * @param sha256 of the content, 64 hexadecimal digits in lower case
 * @param mediaType what the content was found to be, not what its name says
 * @param uploadedBy the user who attached it; empty where a contact or a system did
 */
public record Attachment(
        UUID id,
        String ownerKind,
        Optional<UUID> ownerId,
        String name,
        long size,
        String sha256,
        String mediaType,
        Optional<UUID> uploadedBy,
        Optional<Instant> createdAt) {

    public static final int NAME_MAX = 200;

    public static Attachment of(EntityRecord record) {
        Fields fields = record.fields();
        return new Attachment(
                record.id(),
                fields.text("ownerKind"),
                fields.uuid("ownerId"),
                fields.text("name"),
                fields.number("size").orElse(0L),
                fields.text("sha256"),
                fields.text("mediaType"),
                fields.uuid("uploadedBy"),
                fields.instant("createdAt"));
    }
}
