package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.Fields;

/**
 * One step of a ticket.
 *
 * @param id made by whoever added it; items merge one by one
 * @param doneAt when it was ticked
 * @param doneBy the user who ticked it
 */
public record ChecklistItem(
        Optional<UUID> id, String text, boolean done, Optional<Instant> doneAt, Optional<UUID> doneBy) {

    static ChecklistItem of(Fields fields) {
        return new ChecklistItem(
                fields.uuid("id"),
                fields.text("text"),
                fields.flag("done"),
                fields.instant("doneAt"),
                fields.uuid("doneBy"));
    }
}
