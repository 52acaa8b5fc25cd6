package org.waystation.tickets.ui.internal.actions;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;

/** Resolves a ticket whose status allows it. */
@Component(service = ContextAction.class)
public final class ResolveTicket implements ContextAction {

    private final TicketService tickets;

    @Activate
    public ResolveTicket(@Reference TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return new Snapshot(tickets)
                .of(record.id())
                .filter(view -> view.actions().mayUpdate())
                .filter(view -> view.nextStatuses().contains(TicketStatus.RESOLVED))
                .map(view -> "Resolve this ticket");
    }

    @Override
    public void run(RecordRef record) {
        tickets.changeStatus(record.id(), TicketStatus.RESOLVED);
    }
}
