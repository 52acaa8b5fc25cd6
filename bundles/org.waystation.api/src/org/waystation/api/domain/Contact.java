package org.waystation.api.domain;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/** A person at a customer. */
public record Contact(UUID id, Optional<UUID> companyId, String name, String email, String phone, String role) {

    public static Contact of(EntityRecord record) {
        Fields fields = record.fields();
        return new Contact(
                record.id(),
                fields.uuid("companyId"),
                fields.text("name"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("role"));
    }
}
