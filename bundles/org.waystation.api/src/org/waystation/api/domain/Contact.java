package org.waystation.api.domain;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * A person at a customer.
 *
 * @param siteId where the person usually is
 * @param primary whether this is whom to ask when nobody in particular is meant
 * @param vip whether the person's tickets want special care
 * @param remarks what helps when talking to the person; the administrators of the customer can read it
 */
public record Contact(
        UUID id,
        Optional<UUID> companyId,
        Optional<UUID> siteId,
        String name,
        String email,
        String phone,
        String mobile,
        String role,
        boolean primary,
        boolean vip,
        Optional<ZoneId> timeZone,
        String remarks) {

    public static Contact of(EntityRecord record) {
        Fields fields = record.fields();
        return new Contact(
                record.id(),
                fields.uuid("companyId"),
                fields.uuid("siteId"),
                fields.text("name"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("mobile"),
                fields.text("role"),
                fields.flag("primary"),
                fields.flag("vip"),
                fields.zone("timeZone"),
                fields.text("remarks"));
    }
}
