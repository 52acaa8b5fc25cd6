package org.waystation.server.operation.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.record.Ledger;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Caller;

/**
 * What a rule may look at and change.
 *
 * @param id the record that is edited
 * @param before the record as it was; empty for a new one
 * @param data the record as it shall be; rules add to it
 * @param parent the record it is a part of, held for an edit
 * @param references the records it refers to, by id; empty until the rules have completed it
 * @param performedAt when the author did it, never later than now
 * @param now the server's clock
 */
public record EditContext(
        Ledger ledger,
        Caller caller,
        UUID id,
        Optional<StoredRecord> before,
        ObjectNode data,
        Optional<StoredRecord> parent,
        Map<UUID, StoredRecord> references,
        Instant performedAt,
        Instant now) {

    /** The same with the records it refers to, which are known once the rules have completed it. */
    public EditContext withReferences(Map<UUID, StoredRecord> found) {
        return new EditContext(ledger, caller, id, before, data, parent, Map.copyOf(found), performedAt, now);
    }
}
