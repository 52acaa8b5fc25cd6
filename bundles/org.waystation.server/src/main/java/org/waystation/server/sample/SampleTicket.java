package org.waystation.server.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;

/** A ticket ready to be written, with all that belongs to it. */
record SampleTicket(
        UUID id,
        long number,
        String subject,
        SampleCompany company,
        Optional<UUID> contactId,
        Optional<UUID> assetId,
        Optional<UUID> assigneeId,
        TicketType type,
        Origin origin,
        String source,
        Priority priority,
        TicketStatus status,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> respondedAt,
        Instant responseDueAt,
        Instant resolutionDueAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> pausedAt,
        List<String> tags,
        List<Entry> conversation,
        List<Work> work) {

    /** A note. */
    record Entry(UUID id, Optional<UUID> authorId, String authorName, Visibility visibility, String body, Instant at) {}

    /** Time booked. */
    record Work(UUID id, UUID userId, int minutes, WorkType type, boolean billable, String comment, Instant at) {}
}
