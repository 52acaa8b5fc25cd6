package org.waystation.api.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * Some users who share a queue.
 *
 * @param leadId the user who leads it
 * @param memberIds its users, the lead among them or not
 */
public record Team(UUID id, String name, String email, Optional<UUID> leadId, List<UUID> memberIds) {

    public static Team of(EntityRecord record) {
        Fields fields = record.fields();
        return new Team(
                record.id(),
                fields.text("name"),
                fields.text("email"),
                fields.uuid("leadId"),
                fields.uuids("memberIds"));
    }
}
