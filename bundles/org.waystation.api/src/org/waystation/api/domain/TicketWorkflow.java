package org.waystation.api.domain;

import static org.waystation.api.domain.TicketStatus.CLOSED;
import static org.waystation.api.domain.TicketStatus.IN_PROGRESS;
import static org.waystation.api.domain.TicketStatus.NEW;
import static org.waystation.api.domain.TicketStatus.RESOLVED;
import static org.waystation.api.domain.TicketStatus.SCHEDULED;
import static org.waystation.api.domain.TicketStatus.WAITING_CUSTOMER;
import static org.waystation.api.domain.TicketStatus.WAITING_VENDOR;

import java.util.List;
import java.util.Map;

/**
 * The state machine of a ticket's status. Screens offer only these steps and the server refuses any other,
 * so that an offline edit made by these rules is not rejected for its form later.
 */
public final class TicketWorkflow {

    private static final Map<TicketStatus, List<TicketStatus>> NEXT = Map.of(
            NEW, List.of(IN_PROGRESS, SCHEDULED, WAITING_CUSTOMER, RESOLVED, CLOSED),
            IN_PROGRESS, List.of(RESOLVED, WAITING_CUSTOMER, WAITING_VENDOR, SCHEDULED),
            WAITING_CUSTOMER, List.of(IN_PROGRESS, RESOLVED),
            WAITING_VENDOR, List.of(IN_PROGRESS, RESOLVED),
            SCHEDULED, List.of(IN_PROGRESS, WAITING_CUSTOMER, RESOLVED),
            RESOLVED, List.of(CLOSED, IN_PROGRESS),
            CLOSED, List.of());

    /** The steps allowed from a status, most usual first; none from a status this program does not know. */
    public List<TicketStatus> next(TicketStatus from) {
        return NEXT.getOrDefault(from, List.of());
    }

    public boolean allows(TicketStatus from, TicketStatus to) {
        return next(from).contains(to);
    }

    /** Open means that somebody still has to do something: neither resolved nor closed. */
    public boolean isOpen(TicketStatus status) {
        return !status.equals(RESOLVED) && !status.equals(CLOSED);
    }

    /** Whether the clock of the service level stands still: the next step is not ours. */
    public boolean pausesClock(TicketStatus status) {
        return status.equals(WAITING_CUSTOMER) || status.equals(WAITING_VENDOR) || status.equals(SCHEDULED);
    }
}
