package org.waystation.api.domain;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.Fields;

/**
 * How an asset stands to another one, or to the contact who uses it. Relations merge as a set: the order means nothing.
 *
 * @param assetId the other asset
 * @param contactId the person, for {@link AssetRelationType#USED_BY}
 */
public record AssetRelation(AssetRelationType type, Optional<UUID> assetId, Optional<UUID> contactId) {

    static AssetRelation of(Fields fields) {
        return new AssetRelation(
                new AssetRelationType(fields.text("type")), fields.uuid("assetId"), fields.uuid("contactId"));
    }
}
