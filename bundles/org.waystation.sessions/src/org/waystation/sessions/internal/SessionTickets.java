package org.waystation.sessions.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionService.TicketName;
import org.waystation.store.Records;
import org.waystation.store.edit.Me;

/** Finds the tickets that a session on an asset may be for. Called on a thread of the store. */
@Component(service = SessionTickets.class)
public final class SessionTickets {

    private static final int MOST = 50;
    private static final Set<TicketStatus> OVER = Set.of(TicketStatus.RESOLVED, TicketStatus.CLOSED);

    private final Records records;
    private final Me me;

    @Activate
    public SessionTickets(@Reference Records records, @Reference Me me) {
        this.records = records;
        this.me = me;
    }

    List<TicketName> of(RecordRef ref) throws IOException {
        if (!ref.kind().equals(EntityKind.ASSET)) {
            return List.of();
        }
        Optional<UUID> own = me.id();
        // One that only this machine has is the newest.
        Comparator<Ticket> order = Comparator.comparing((Ticket ticket) -> !mine(ticket, own))
                .thenComparing(ticket -> ticket.updatedAt().orElse(Instant.MAX), Comparator.reverseOrder());
        return records.referring(EntityKind.TICKET, "assetId", ref.id()).stream()
                .map(Ticket::of)
                .filter(ticket -> !OVER.contains(ticket.status()))
                .sorted(order)
                .limit(MOST)
                .map(ticket -> new TicketName(ticket.id(), title(ticket), mine(ticket, own)))
                .toList();
    }

    private static boolean mine(Ticket ticket, Optional<UUID> own) {
        return own.isPresent() && ticket.assigneeId().equals(own);
    }

    /** Number and subject. */
    static String title(Ticket ticket) {
        return ticket.number().map(number -> "#" + number + " ").orElse("") + ticket.subject();
    }
}
