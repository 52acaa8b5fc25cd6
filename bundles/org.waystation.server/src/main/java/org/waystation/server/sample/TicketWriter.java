package org.waystation.server.sample;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** Writes tickets with their notes and time entries. */
final class TicketWriter {

    private final RecordMaker maker;

    private final TicketExtras extras;
    private final AssetHistory history;
    private final SampleFiles files;

    TicketWriter(RecordMaker maker, TicketExtras extras, AssetHistory history, SampleFiles files) {
        this.files = files;
        this.maker = maker;
        this.extras = extras;
        this.history = history;
    }

    void write(SampleTicket ticket) {
        Optional<UUID> company = Optional.of(ticket.company().id());
        maker.make(EntityKind.TICKET, ticket.id(), company, json -> {
            fields(json, ticket);
            extras.write(json, ticket);
        });
        for (SampleTicket.Entry entry : ticket.conversation()) {
            maker.make(EntityKind.NOTE, entry.id(), company, json -> {
                json.writeStringField("ticketId", ticket.id().toString());
                id(json, "authorId", entry.authorId());
                json.writeStringField("authorName", entry.authorName());
                json.writeStringField("visibility", entry.visibility().code());
                json.writeStringField("body", entry.body());
                json.writeStringField("createdAt", wire(entry.at()));
            });
        }
        for (SampleTicket.Work work : ticket.work()) {
            maker.make(EntityKind.TIME_ENTRY, work.id(), company, json -> {
                json.writeStringField("ticketId", ticket.id().toString());
                json.writeStringField("userId", work.userId().toString());
                json.writeNumberField("minutes", work.minutes());
                json.writeStringField("workType", work.type().code());
                json.writeBooleanField("billable", work.billable());
                json.writeStringField("comment", work.comment());
                json.writeStringField("startedAt", wire(work.at()));
            });
        }
        history.write(ticket);
        files.write(ticket);
    }

    private static void fields(JsonGenerator json, SampleTicket ticket) throws IOException {
        json.writeNumberField("number", ticket.number());
        json.writeStringField("subject", ticket.subject());
        json.writeStringField("companyId", ticket.company().id().toString());
        json.writeStringField("agreementId", ticket.company().agreementId().toString());
        id(json, "contactId", ticket.contactId());
        id(json, "assetId", ticket.assetId());
        id(json, "assigneeId", ticket.assigneeId());
        json.writeStringField("type", ticket.type().code());
        json.writeStringField("origin", ticket.origin().code());
        json.writeStringField("source", ticket.source());
        json.writeStringField("priority", ticket.priority().code());
        json.writeStringField("status", ticket.status().code());
        json.writeStringField("createdAt", wire(ticket.createdAt()));
        json.writeStringField("updatedAt", wire(ticket.updatedAt()));
        time(json, "respondedAt", ticket.respondedAt());
        json.writeStringField("responseDueAt", wire(ticket.responseDueAt()));
        json.writeStringField("resolutionDueAt", wire(ticket.resolutionDueAt()));
        time(json, "resolvedAt", ticket.resolvedAt());
        time(json, "pausedAt", ticket.pausedAt());
        if (!ticket.tags().isEmpty()) {
            json.writeArrayFieldStart("tags");
            for (String tag : ticket.tags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
        }
    }

    private static void id(JsonGenerator json, String field, Optional<UUID> id) throws IOException {
        if (id.isPresent()) {
            json.writeStringField(field, id.get().toString());
        }
    }

    private static void time(JsonGenerator json, String field, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(field, wire(time.get()));
        }
    }
}
