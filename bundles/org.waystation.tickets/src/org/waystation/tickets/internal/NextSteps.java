package org.waystation.tickets.internal;

import java.util.List;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * The steps allowed from where a ticket stands: those that the remote system named for just this status, where it has a state
 * machine of its own, else those of ours.
 */
final class NextSteps {

    private final TicketWorkflow workflow = new TicketWorkflow();

    List<TicketStatus> of(EntityRecord ticket) {
        Fields fields = ticket.fields();
        String status = fields.text("status");
        boolean named = ticket.data().get("nextStatuses") instanceof List<?>
                && fields.text("nextStatusesOf").equals(status);
        return named
                ? fields.texts("nextStatuses").stream().map(TicketStatus::new).toList()
                : workflow.next(new TicketStatus(status));
    }
}
