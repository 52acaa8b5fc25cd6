package org.waystation.api.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * One piece of work for a company.
 *
 * @param number the number people say, given by the server; empty until the ticket was there
 * @param source where it came from, such as {@code alert}, {@code phone}, {@code email}, {@code schedule}
 * @param respondedAt when somebody first answered
 * @param responseDueAt when the service level wants the first answer
 * @param resolutionDueAt when the service level wants it solved; moves while the clock is paused
 * @param teamId the team in whose queue it is
 * @param watchers users who want to hear of it; merge as a set, as do tags and links
 * @param customFields by name, as the provider defined them
 */
public record Ticket(
        UUID id,
        Optional<Long> number,
        String subject,
        Optional<UUID> companyId,
        Optional<UUID> agreementId,
        Optional<UUID> contactId,
        Optional<UUID> assetId,
        Optional<UUID> assigneeId,
        TicketType type,
        Origin origin,
        String source,
        Priority priority,
        TicketStatus status,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> respondedAt,
        Optional<Instant> responseDueAt,
        Optional<Instant> resolutionDueAt,
        Optional<Instant> resolvedAt,
        List<String> tags,
        Optional<UUID> siteId,
        Optional<UUID> teamId,
        List<UUID> watchers,
        List<TicketLink> links,
        List<ChecklistItem> checklist,
        Map<String, String> customFields) {

    public static final int SUBJECT_MAX = 200;

    public static Ticket of(EntityRecord record) {
        Fields fields = record.fields();
        return new Ticket(
                record.id(),
                fields.number("number"),
                fields.text("subject"),
                fields.uuid("companyId"),
                fields.uuid("agreementId"),
                fields.uuid("contactId"),
                fields.uuid("assetId"),
                fields.uuid("assigneeId"),
                new TicketType(fields.text("type")),
                new Origin(fields.text("origin")),
                fields.text("source"),
                new Priority(fields.text("priority")),
                new TicketStatus(fields.text("status")),
                fields.instant("createdAt"),
                fields.instant("updatedAt"),
                fields.instant("respondedAt"),
                fields.instant("responseDueAt"),
                fields.instant("resolutionDueAt"),
                fields.instant("resolvedAt"),
                fields.texts("tags"),
                fields.uuid("siteId"),
                fields.uuid("teamId"),
                fields.uuids("watchers"),
                fields.objects("links").stream().map(TicketLink::of).toList(),
                fields.objects("checklist").stream().map(ChecklistItem::of).toList(),
                fields.properties("customFields"));
    }
}
