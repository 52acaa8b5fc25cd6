package org.waystation.api.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * What somebody changed at an asset at one time. Written by the server with each change, never by a client.
 *
 * @param userId who did
 * @param at when it was done, which for offline work is earlier than when it came to the server
 * @param changes by field; none where the asset was made
 */
public record AssetRevision(
        UUID id, Optional<UUID> assetId, Optional<UUID> userId, Optional<Instant> at, List<Change> changes) {

    /**
     * One field.
     *
     * @param field its name; a property's as {@code properties.cpu}
     * @param before empty where there was no value; a value that is no text is in its JSON form
     * @param after empty where there is none any more
     */
    public record Change(String field, String before, String after) {

        private static Change of(Fields fields) {
            return new Change(fields.text("field"), fields.text("before"), fields.text("after"));
        }
    }

    public AssetRevision {
        changes = List.copyOf(changes);
    }

    public static AssetRevision of(EntityRecord record) {
        Fields fields = record.fields();
        return new AssetRevision(
                record.id(),
                fields.uuid("assetId"),
                fields.uuid("userId"),
                fields.instant("at"),
                fields.objects("changes").stream().map(Change::of).toList());
    }
}
