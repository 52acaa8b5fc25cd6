package org.waystation.api.domain;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.Fields;

/** How a ticket stands to another one. Links merge as a set: the order means nothing. */
public record TicketLink(LinkType type, Optional<UUID> ticketId) {

    static TicketLink of(Fields fields) {
        return new TicketLink(new LinkType(fields.text("type")), fields.uuid("ticketId"));
    }
}
