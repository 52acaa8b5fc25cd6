package org.waystation.tickets.ui.internal.context;

import java.time.Duration;
import java.time.Instant;
import org.waystation.api.domain.Ticket;
import org.waystation.shell.text.RelativeTime;

/** How the first answer stands against the service level. */
record Response(RelativeTime times) {

    String words(Ticket ticket) {
        if (ticket.respondedAt().isPresent()) {
            Instant answered = ticket.respondedAt().get();
            boolean late = ticket.responseDueAt().filter(answered::isAfter).isPresent();
            String took = ticket.createdAt()
                    .map(created -> ", " + RelativeTime.span(Duration.between(created, answered)))
                    .orElse("");
            return (late ? "late" : "met") + took;
        }
        return ticket.responseDueAt().map(times::due).orElse("no target");
    }
}
