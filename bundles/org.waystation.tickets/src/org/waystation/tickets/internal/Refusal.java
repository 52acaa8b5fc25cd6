package org.waystation.tickets.internal;

import java.util.List;
import java.util.Optional;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;

/** An edit that is refused for one field. */
final class Refusal {

    private Refusal() {}

    static InvalidEditException of(String code, String field, String detail) {
        return new InvalidEditException(
                new Problem(code, "This cannot be done.", detail, List.of(new FieldError(field, code, detail))));
    }

    static Optional<FieldError> field(String field, String code, String detail) {
        return Optional.of(new FieldError(field, code, detail));
    }

    /**
     * What the server said may be done with a ticket is all that is kept for it.
     *
     * @param field as in {@link org.waystation.api.record.RecordActions#mayChange}
     */
    static void requireMayChange(EntityRecord ticket, String field) {
        if (!ticket.actions().mayUpdate()) {
            throw of("forbidden", field, "Your role does not let you change this ticket. Ask somebody who leads.");
        }
        if (!ticket.actions().mayChange(field)) {
            throw of("not_kept", field.split(":", 2)[0], "The server keeps nothing of the kind for this ticket.");
        }
    }
}
