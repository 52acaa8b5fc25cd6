package org.waystation.api.domain;

import java.util.List;

/** What kind of work a ticket is (ITIL's practices). */
public record TicketType(String code) implements Term {

    public static final TicketType INCIDENT = new TicketType("incident");
    public static final TicketType SERVICE_REQUEST = new TicketType("service_request");
    public static final TicketType PROBLEM = new TicketType("problem");
    public static final TicketType CHANGE = new TicketType("change");
    public static final TicketType MAINTENANCE = new TicketType("maintenance");
    public static final TicketType ALERT = new TicketType("alert");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<TicketType> KNOWN =
            List.of(INCIDENT, SERVICE_REQUEST, PROBLEM, CHANGE, MAINTENANCE, ALERT);
}
