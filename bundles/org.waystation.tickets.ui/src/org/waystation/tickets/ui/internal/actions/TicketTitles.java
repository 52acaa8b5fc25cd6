package org.waystation.tickets.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.frame.RecordTitles;

/** Says what a ticket is called before its editor is made. */
@Component(service = RecordTitles.class)
public final class TicketTitles implements RecordTitles {

    private final TicketService tickets;

    @Activate
    public TicketTitles(@Reference TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.TICKET;
    }

    @Override
    public Optional<String> title(UUID id) {
        return new Snapshot(tickets).of(id).map(view -> title(view.ticket()));
    }

    private static String title(Ticket ticket) {
        return ticket.number().map(String::valueOf).orElse("new") + " " + ticket.subject();
    }
}
