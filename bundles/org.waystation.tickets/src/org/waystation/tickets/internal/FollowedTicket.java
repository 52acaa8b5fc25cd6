package org.waystation.tickets.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketView;

/** Whether a touched record may show at a ticket. */
record FollowedTicket(UUID ticketId) implements BiPredicate<Optional<TicketView>, RecordRef> {

    /** A note of the server's names its ticket only inside, so each might be ours. */
    private static final Set<EntityKind> PERHAPS_OURS = Set.of(EntityKind.NOTE, EntityKind.TIME_ENTRY);

    @Override
    public boolean test(Optional<TicketView> shown, RecordRef ref) {
        return ref.id().equals(ticketId) || PERHAPS_OURS.contains(ref.kind()) || showsBeside(shown, ref);
    }

    private static boolean showsBeside(Optional<TicketView> shown, RecordRef ref) {
        return shown.map(TicketView::ticket)
                .filter(ticket -> ticket.companyId().filter(ref.id()::equals).isPresent()
                        || ticket.agreementId().filter(ref.id()::equals).isPresent()
                        || ticket.contactId().filter(ref.id()::equals).isPresent()
                        || ticket.assetId().filter(ref.id()::equals).isPresent()
                        || ticket.assigneeId().filter(ref.id()::equals).isPresent())
                .isPresent();
    }
}
