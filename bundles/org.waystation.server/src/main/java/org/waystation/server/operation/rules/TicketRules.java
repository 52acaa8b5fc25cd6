package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.StoredRecord;

/** Numbers, the steps of the status, and the clock of the service level. */
final class TicketRules implements KindRules {

    private static final Set<String> PROACTIVE_TYPES = Set.of(
            TicketType.ALERT.code(),
            TicketType.MAINTENANCE.code(),
            TicketType.CHANGE.code(),
            TicketType.PROBLEM.code());

    private final TicketWorkflow workflow = new TicketWorkflow();

    @Override
    public void complete(EditContext edit) throws SQLException {
        ObjectNode data = edit.data();
        if (edit.before().isEmpty()) {
            putIfMissing(data, "status", TicketStatus.NEW.code());
            putIfMissing(data, "priority", Priority.P3.code());
            putIfMissing(data, "source", "technician");
            boolean proactive = PROACTIVE_TYPES.contains(data.path("type").asText());
            putIfMissing(data, "origin", (proactive ? Origin.PROACTIVE : Origin.REACTIVE).code());
            data.put("createdAt", wire(edit.performedAt()));
            // Numbers may have gaps where an edit is refused after this; they are names, not a count.
            data.put("number", edit.ledger().nextTicketNumber());
        }
        data.put("updatedAt", wire(edit.now()));
    }

    @Override
    public void check(EditContext edit) {
        TicketStatus to = status(edit.data());
        TicketStatus from = edit.before().map(before -> status(before.data())).orElse(TicketStatus.NEW);
        if (!from.equals(to) && !workflow.allows(from, to)) {
            throw new ProblemException(
                    ProblemCode.TRANSITION_NOT_ALLOWED,
                    "A ticket cannot go from " + from.label() + " to " + to.label() + ".");
        }
        TicketClock clock = new TicketClock(edit, workflow);
        if (edit.before().isEmpty()) {
            clock.setDueTimes();
        }
        clock.move(to);
        ObjectNode data = edit.data();
        if (workflow.isOpen(to)) {
            data.remove("resolvedAt");
        } else if (workflow.isOpen(from)) {
            data.put("resolvedAt", wire(edit.performedAt()));
        }
    }

    private static TicketStatus status(ObjectNode data) {
        return new TicketStatus(data.path("status").asText());
    }

    private static void putIfMissing(ObjectNode data, String field, String value) {
        if (!data.hasNonNull(field)) {
            data.put(field, value);
        }
    }

    /** The ticket as it is after something was added to it. */
    static ObjectNode touched(StoredRecord ticket, Instant now) {
        ObjectNode data = ticket.data().deepCopy();
        data.put("updatedAt", wire(now));
        return data;
    }
}
