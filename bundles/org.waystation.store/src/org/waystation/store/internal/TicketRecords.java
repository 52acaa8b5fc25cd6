package org.waystation.store.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/** Reads tickets out of records. */
final class TicketRecords {

    private TicketRecords() {}

    /** Empty where a field has the wrong type: such a record is kept and synced, but no queue can show it. */
    static Optional<Ticket> ticket(@Nullable EntityRecord record) {
        if (record == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ticket.of(record));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
