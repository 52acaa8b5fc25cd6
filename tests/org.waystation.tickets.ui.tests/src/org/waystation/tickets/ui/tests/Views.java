package org.waystation.tickets.ui.tests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.record.RecordActions;
import org.waystation.api.tickets.TicketRow;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TicketView.Entry;

/** The same view of a ticket with something else in it. */
final class Views {

    private Views() {}

    static TicketRow row(TicketView view) {
        Ticket t = view.ticket();
        return new TicketRow(
                t.id(),
                t.number(),
                t.subject(),
                view.company().map(Company::name).orElse(""),
                view.agreement().map(Agreement::kind),
                t.type(),
                t.origin(),
                t.priority(),
                t.status(),
                view.assignee().map(User::name).orElse(""),
                view.mine(),
                t.resolutionDueAt(),
                new TicketWorkflow().pausesClock(t.status()),
                t.updatedAt(),
                !view.unsyncedFields().isEmpty());
    }

    static TicketView withActions(TicketView v, RecordActions actions) {
        return new TicketView(
                v.ticket(),
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                v.assignee(),
                v.mine(),
                v.nextStatuses(),
                v.conversation(),
                v.timeEntries(),
                v.unsyncedFields(),
                v.pending(),
                actions);
    }

    static TicketView withConversation(TicketView v, List<Entry<Note>> conversation) {
        return new TicketView(
                v.ticket(),
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                v.assignee(),
                v.mine(),
                v.nextStatuses(),
                conversation,
                v.timeEntries(),
                v.unsyncedFields(),
                v.pending());
    }

    static TicketView withTime(TicketView v, List<Entry<TimeEntry>> entries) {
        return new TicketView(
                v.ticket(),
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                v.assignee(),
                v.mine(),
                v.nextStatuses(),
                v.conversation(),
                entries,
                v.unsyncedFields(),
                v.pending());
    }

    static TicketView withAssignee(TicketView v, Optional<User> user) {
        return new TicketView(
                with(
                        v.ticket(),
                        v.ticket().subject(),
                        v.ticket().priority(),
                        v.ticket().status()),
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                user,
                user.isPresent(),
                v.nextStatuses(),
                v.conversation(),
                v.timeEntries(),
                Set.of("assigneeId"),
                v.pending());
    }

    static TicketView withStatus(TicketView v, TicketStatus status, List<TicketStatus> next) {
        return changed(v, with(v.ticket(), v.ticket().subject(), v.ticket().priority(), status), next, "status");
    }

    static TicketView withPriority(TicketView v, Priority priority) {
        Ticket changed =
                with(v.ticket(), v.ticket().subject(), priority, v.ticket().status());
        return changed(v, changed, v.nextStatuses(), "priority");
    }

    static TicketView withSubject(TicketView v, String subject) {
        Ticket changed =
                with(v.ticket(), subject, v.ticket().priority(), v.ticket().status());
        return changed(v, changed, v.nextStatuses(), "subject");
    }

    private static TicketView changed(TicketView v, Ticket ticket, List<TicketStatus> next, String field) {
        return new TicketView(
                ticket,
                v.company(),
                v.agreement(),
                v.contact(),
                v.asset(),
                v.assignee(),
                v.mine(),
                next,
                v.conversation(),
                v.timeEntries(),
                Set.of(field),
                v.pending());
    }

    private static Ticket with(Ticket t, String subject, Priority priority, TicketStatus status) {
        return new Ticket(
                t.id(),
                t.number(),
                subject,
                t.companyId(),
                t.agreementId(),
                t.contactId(),
                t.assetId(),
                t.assigneeId(),
                t.type(),
                t.origin(),
                t.source(),
                priority,
                status,
                t.createdAt(),
                t.updatedAt(),
                t.respondedAt(),
                t.responseDueAt(),
                t.resolutionDueAt(),
                t.resolvedAt(),
                t.tags(),
                t.siteId(),
                t.teamId(),
                t.watchers(),
                t.links(),
                t.checklist(),
                t.customFields());
    }
}
