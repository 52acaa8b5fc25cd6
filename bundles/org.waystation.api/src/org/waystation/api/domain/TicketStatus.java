package org.waystation.api.domain;

import java.util.List;

/** Where a ticket stands; {@link TicketWorkflow} says what may follow. */
public record TicketStatus(String code) implements Term {

    public static final TicketStatus NEW = new TicketStatus("new");
    public static final TicketStatus IN_PROGRESS = new TicketStatus("in_progress");
    public static final TicketStatus WAITING_CUSTOMER = new TicketStatus("waiting_customer");
    public static final TicketStatus WAITING_VENDOR = new TicketStatus("waiting_vendor");
    public static final TicketStatus SCHEDULED = new TicketStatus("scheduled");
    public static final TicketStatus RESOLVED = new TicketStatus("resolved");
    public static final TicketStatus CLOSED = new TicketStatus("closed");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<TicketStatus> KNOWN =
            List.of(NEW, IN_PROGRESS, WAITING_CUSTOMER, WAITING_VENDOR, SCHEDULED, RESOLVED, CLOSED);
}
