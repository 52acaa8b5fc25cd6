package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.waystation.server.record.RecordWrite;

/** Time is booked by the one who worked. */
final class TimeEntryRules implements KindRules {

    @Override
    public void complete(EditContext edit) {
        if (edit.before().isPresent()) {
            Ownership.require(edit, "userId");
            return;
        }
        ObjectNode data = edit.data();
        data.put("userId", edit.caller().id().toString());
        if (!data.hasNonNull("startedAt")) {
            data.put("startedAt", wire(edit.performedAt()));
        }
        if (!data.hasNonNull("billable")) {
            data.put("billable", false);
        }
    }

    @Override
    public Optional<RecordWrite> touchParent(EditContext edit) {
        return edit.before().isPresent()
                ? Optional.empty()
                : edit.parent().map(ticket -> RecordWrite.touched(ticket, TicketRules.touched(ticket, edit.now())));
    }

    @Override
    public void checkDelete(EditContext edit) {
        Ownership.require(edit, "userId");
    }
}
