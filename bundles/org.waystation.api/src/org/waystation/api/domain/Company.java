package org.waystation.api.domain;

import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * A customer.
 *
 * @param city where its main site is
 * @param endpoints how many devices it has, by its own count
 * @param beforeWork what whoever works there has to know before; empty for nothing
 */
public record Company(
        UUID id, String name, String city, String phone, String domain, long endpoints, String beforeWork) {

    /** One before whose work there is nothing to know. */
    public Company(UUID id, String name, String city, String phone, String domain, long endpoints) {
        this(id, name, city, phone, domain, endpoints, "");
    }

    public static Company of(EntityRecord record) {
        Fields fields = record.fields();
        return new Company(
                record.id(),
                fields.text("name"),
                fields.text("city"),
                fields.text("phone"),
                fields.text("domain"),
                fields.number("endpoints").orElse(0L),
                fields.text("beforeWork"));
    }
}
