package org.waystation.api.domain;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * Somebody who works here: a technician, dispatcher or lead; or a system such as monitoring.
 *
 * @param title what the person does here
 * @param inactive whether the person has left; kept for what was done
 */
public record User(
        UUID id,
        String name,
        String email,
        boolean system,
        String title,
        String phone,
        Optional<ZoneId> timeZone,
        boolean inactive) {

    public static User of(EntityRecord record) {
        Fields fields = record.fields();
        return new User(
                record.id(),
                fields.text("name"),
                fields.text("email"),
                fields.flag("system"),
                fields.text("title"),
                fields.text("phone"),
                fields.zone("timeZone"),
                fields.flag("inactive"));
    }
}
