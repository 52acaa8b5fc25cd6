package org.waystation.api.domain;

import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/** Somebody who works here: a technician, dispatcher or lead; or a system such as monitoring. */
public record User(UUID id, String name, String email, boolean system) {

    public static User of(EntityRecord record) {
        Fields fields = record.fields();
        return new User(record.id(), fields.text("name"), fields.text("email"), fields.flag("system"));
    }
}
