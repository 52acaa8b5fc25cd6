package org.waystation.tickets.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketLink;
import org.waystation.api.domain.User;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.ClockState;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketDetail.Linked;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Puts together what a ticket has besides its conversation. */
final class TicketDetailViews {

    private static final Comparator<Ticket> LATEST_FIRST =
            Comparator.comparing((Ticket ticket) -> ticket.createdAt().orElse(Instant.MAX), Comparator.reverseOrder());

    private final Records records;
    private final Clock clock;

    TicketDetailViews(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Optional<TicketDetail> of(UUID ticketId) throws StoreException {
        Optional<EntityRecord> record = records.find(new RecordRef(EntityKind.TICKET, ticketId));
        return record.isPresent() ? Optional.of(detail(Ticket.of(record.get()))) : Optional.empty();
    }

    private TicketDetail detail(Ticket ticket) throws StoreException {
        List<Ticket> earlier = earlier(ticket);
        Optional<Agreement> agreement = ticket.agreementId().isPresent()
                ? records.find(new RecordRef(
                                EntityKind.AGREEMENT, ticket.agreementId().get()))
                        .map(Agreement::of)
                : Optional.empty();
        return new TicketDetail(
                ticket.id(),
                links(ticket),
                earlier.subList(0, Math.min(TicketDetail.EARLIER_MAX, earlier.size())),
                earlier.size(),
                watchers(ticket),
                ticket.tags(),
                ticket.checklist(),
                ClockState.of(ticket, agreement.flatMap(Agreement::serviceLevel), clock.instant()));
    }

    private List<Ticket> earlier(Ticket ticket) throws StoreException {
        if (ticket.assetId().isEmpty()) {
            return List.of();
        }
        return records.referring(EntityKind.TICKET, "assetId", ticket.assetId().get()).stream()
                .filter(record -> !record.id().equals(ticket.id()))
                .map(Ticket::of)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private List<Linked> links(Ticket ticket) throws StoreException {
        List<Linked> links = new ArrayList<>();
        for (TicketLink link : ticket.links()) {
            if (link.ticketId().isPresent()) {
                UUID id = link.ticketId().get();
                Optional<Ticket> other =
                        records.find(new RecordRef(EntityKind.TICKET, id)).map(Ticket::of);
                links.add(new Linked(
                        link.type(),
                        id,
                        other.flatMap(Ticket::number).map(String::valueOf).orElse(""),
                        other.map(Ticket::subject).orElse(""),
                        other.map(found -> found.status().label()).orElse("")));
            }
        }
        return links;
    }

    private List<User> watchers(Ticket ticket) throws StoreException {
        List<User> watchers = new ArrayList<>();
        for (UUID id : ticket.watchers()) {
            records.find(new RecordRef(EntityKind.USER, id)).map(User::of).ifPresent(watchers::add);
        }
        watchers.sort(Comparator.comparing(User::name));
        return watchers;
    }
}
