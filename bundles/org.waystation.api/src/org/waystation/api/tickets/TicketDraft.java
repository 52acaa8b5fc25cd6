package org.waystation.api.tickets;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketType;

/** A ticket about to be made. The first note is left out where {@code description} is blank. */
public record TicketDraft(
        String subject,
        UUID companyId,
        TicketType type,
        Origin origin,
        Priority priority,
        Optional<UUID> assetId,
        Optional<UUID> assigneeId,
        String description) {}
