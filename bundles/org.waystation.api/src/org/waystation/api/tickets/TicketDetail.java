package org.waystation.api.tickets;

import java.util.List;
import java.util.UUID;
import org.waystation.api.domain.ChecklistItem;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.User;

/**
 * What a ticket has besides its conversation.
 *
 * @param links to other tickets, in their order
 * @param earlier other tickets on the same asset, latest first, at most {@value #EARLIER_MAX}
 * @param earlierCount how many of those there are
 * @param watchers those who are known here, by name
 * @param clock whether the service level's clock runs, and why not
 */
public record TicketDetail(
        UUID ticketId,
        List<Linked> links,
        List<Ticket> earlier,
        int earlierCount,
        List<User> watchers,
        List<String> tags,
        List<ChecklistItem> checklist,
        ClockState clock) {

    public static final int EARLIER_MAX = 8;

    /**
     * A link to another ticket.
     *
     * @param subject empty where the other one is not held here
     * @param number empty where it is not known
     */
    public record Linked(LinkType type, UUID ticketId, String number, String subject, String status) {}

    public TicketDetail {
        links = List.copyOf(links);
        earlier = List.copyOf(earlier);
        watchers = List.copyOf(watchers);
        tags = List.copyOf(tags);
        checklist = List.copyOf(checklist);
    }
}
