package org.waystation.tickets.ui.internal.actions;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncService;
import org.waystation.api.tickets.TicketService;

/** Gives a ticket to the signed-in technician. */
@Component(service = ContextAction.class)
public final class TakeTicket implements ContextAction {

    private final TicketService tickets;
    private final SyncService sync;

    @Activate
    public TakeTicket(@Reference TicketService tickets, @Reference SyncService sync) {
        this.tickets = tickets;
        this.sync = sync;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return sync.session().isEmpty()
                ? Optional.empty()
                : new Snapshot(tickets)
                        .of(record.id())
                        .filter(view -> !view.mine() && view.actions().mayUpdate())
                        .map(view -> "Take this ticket");
    }

    @Override
    public void run(RecordRef record) {
        tickets.assign(record.id(), sync.session().map(ServerSession::userId));
    }
}
