package org.waystation.server.kind;

import static org.waystation.api.record.EntityKind.AGREEMENT;
import static org.waystation.api.record.EntityKind.ASSET;
import static org.waystation.api.record.EntityKind.COMPANY;
import static org.waystation.api.record.EntityKind.CONTACT;
import static org.waystation.api.record.EntityKind.NOTE;
import static org.waystation.api.record.EntityKind.SITE;
import static org.waystation.api.record.EntityKind.TEAM;
import static org.waystation.api.record.EntityKind.TICKET;
import static org.waystation.api.record.EntityKind.TIME_ENTRY;
import static org.waystation.api.record.EntityKind.USER;
import static org.waystation.server.kind.FieldDefinition.kept;
import static org.waystation.server.kind.FieldDefinition.keptAlways;
import static org.waystation.server.kind.FieldDefinition.optional;
import static org.waystation.server.kind.FieldDefinition.required;

import java.util.List;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;
import org.waystation.server.kind.FieldType.Flag;
import org.waystation.server.kind.FieldType.Moment;
import org.waystation.server.kind.FieldType.Reference;
import org.waystation.server.kind.FieldType.Text;
import org.waystation.server.kind.FieldType.Whole;

/** Tickets and their parts. */
final class WorkKinds {

    private static final Structure LINK = Structure.of(
            required("type", CommonTypes.words(LinkType.KNOWN)), required("ticketId", new Reference(TICKET)));

    private static final Structure CHECKLIST_ITEM = Structure.of(
            required("id", Matching.ID),
            required("text", new Text(1, 500)),
            optional("done", new Flag()),
            optional("doneAt", new Moment()),
            optional("doneBy", new Reference(USER)));

    static final KindDefinition TICKETS = KindDefinition.of(TICKET, "tickets")
            .filteredBy(
                    "companyId",
                    "agreementId",
                    "contactId",
                    "assetId",
                    "assigneeId",
                    "siteId",
                    "teamId",
                    "status",
                    "number")
            .with(
                    keptAlways("number", new Whole(1, Long.MAX_VALUE)),
                    required("subject", new Text(1, Ticket.SUBJECT_MAX)),
                    required("companyId", new Reference(COMPANY)),
                    optional("siteId", new Reference(SITE)),
                    optional("agreementId", new Reference(AGREEMENT)),
                    optional("contactId", new Reference(CONTACT)),
                    optional("assetId", new Reference(ASSET)),
                    optional("assigneeId", new Reference(USER)),
                    optional("teamId", new Reference(TEAM)),
                    required("type", CommonTypes.words(TicketType.KNOWN)),
                    required("origin", CommonTypes.words(Origin.KNOWN)),
                    optional("source", new Text(0, 50)),
                    required("priority", CommonTypes.words(Priority.KNOWN)),
                    required("status", CommonTypes.words(TicketStatus.KNOWN)),
                    keptAlways("createdAt", new Moment()),
                    keptAlways("updatedAt", new Moment()),
                    kept("respondedAt", new Moment()),
                    optional("responseDueAt", new Moment()),
                    optional("resolutionDueAt", new Moment()),
                    kept("resolvedAt", new Moment()),
                    kept("pausedAt", new Moment()),
                    optional("tags", CommonTypes.TAGS),
                    optional("watchers", CommonTypes.ids(USER, 100)),
                    optional("links", new ListOf(LINK, 100)),
                    optional("checklist", new ListOf(CHECKLIST_ITEM, 100)),
                    optional("customFields", CommonTypes.CUSTOM_FIELDS));

    static final KindDefinition NOTES = KindDefinition.of(NOTE, "notes")
            .partOf("ticketId")
            .filteredBy("ticketId")
            .with(
                    required("ticketId", new Reference(TICKET)),
                    kept("authorId", new Reference(USER)),
                    keptAlways("authorName", CommonTypes.LINE),
                    required("visibility", CommonTypes.words(Visibility.KNOWN)),
                    required("body", new Text(1, Note.BODY_MAX)),
                    required("createdAt", new Moment()));

    static final KindDefinition TIME_ENTRIES = KindDefinition.of(TIME_ENTRY, "time-entries")
            .partOf("ticketId")
            .filteredBy("ticketId")
            .with(
                    required("ticketId", new Reference(TICKET)),
                    keptAlways("userId", new Reference(USER)),
                    required("minutes", new Whole(1, TimeEntry.MINUTES_MAX)),
                    required("workType", CommonTypes.words(WorkType.KNOWN)),
                    required("billable", new Flag()),
                    optional("comment", new Text(0, TimeEntry.COMMENT_MAX)),
                    required("startedAt", new Moment()));

    private WorkKinds() {}

    static List<KindDefinition> all() {
        return List.of(TICKETS, NOTES, TIME_ENTRIES);
    }
}
