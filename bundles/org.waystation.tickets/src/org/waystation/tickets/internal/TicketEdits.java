package org.waystation.tickets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.Visibility;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.tickets.EditRules;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.NewRecord;
import org.waystation.store.edit.OperationMaker;

/** Checks edits and makes operations of them; called one after the other, in the background. */
@Component(service = TicketEdits.class)
public final class TicketEdits {

    private final Records records;
    private final Outbox outbox;
    private final Me me;
    private final Allowed allowed;
    private final OperationMaker make;
    private final Earlier earlier;
    private final CurrentAgreement agreements;
    private final EditRules rules = new EditRules();
    private final NextSteps steps = new NextSteps();

    @Activate
    public TicketEdits(
            @Reference Records records, @Reference Outbox outbox, @Reference Me me, @Reference Allowed allowed) {
        this(records, outbox, me, allowed, new OperationMaker());
    }

    TicketEdits(Records records, Outbox outbox, Me me, Allowed allowed, OperationMaker make) {
        this.records = records;
        this.outbox = outbox;
        this.me = me;
        this.allowed = allowed;
        this.make = make;
        this.earlier = new Earlier(outbox);
        this.agreements = new CurrentAgreement(records);
    }

    UUID create(TicketDraft draft) throws StoreException {
        boolean described = !draft.description().isBlank();
        rules.require(
                rules.subject(draft.subject()),
                described ? rules.noteBody(draft.description()) : Optional.empty(),
                held(EntityKind.COMPANY, draft.companyId())
                        ? Optional.empty()
                        : Refusal.field("companyId", "reference_missing", "Choose a company that is held here."));
        NewRecord ticket = new NewRecord()
                .set("subject", draft.subject().strip())
                .set("companyId", draft.companyId())
                .set("agreementId", agreements.of(draft.companyId(), make.today()))
                .set("assetId", draft.assetId())
                .set("assigneeId", draft.assigneeId())
                .set("type", draft.type().code())
                .set("origin", draft.origin().code())
                .set("source", "technician")
                .set("priority", draft.priority().code())
                .set("status", TicketStatus.NEW.code())
                .set("createdAt", make.now())
                .set("updatedAt", make.now());
        Operation creation = make.creation(EntityKind.TICKET, ticket, List.of());
        List<Operation> operations = new ArrayList<>(List.of(creation));
        if (described) {
            NoteDraft first = new NoteDraft(draft.description(), Visibility.PUBLIC);
            operations.add(note(creation.entityId(), first, List.of(creation.id())));
        }
        outbox.commit(operations);
        return creation.entityId();
    }

    UUID addNote(UUID ticketId, NoteDraft draft) throws StoreException {
        rules.require(rules.noteBody(draft.body()));
        requireMayAdd(ticketId, EntityKind.NOTE);
        return commit(note(ticketId, draft, creationOf(ticketId)));
    }

    private Operation note(UUID ticketId, NoteDraft draft, List<UUID> dependsOn) throws StoreException {
        Optional<ServerSession> session = me.session();
        NewRecord note = new NewRecord()
                .set("ticketId", ticketId)
                .set("authorId", session.map(ServerSession::userId))
                .set("authorName", session.map(ServerSession::userName).orElse(""))
                .set("visibility", draft.visibility().code())
                .set("body", draft.body())
                .set("createdAt", make.now());
        return make.creation(EntityKind.NOTE, note, dependsOn);
    }

    UUID bookTime(UUID ticketId, TimeDraft draft) throws StoreException {
        rules.require(rules.minutes(draft.minutes()), rules.comment(draft.comment()));
        requireMayAdd(ticketId, EntityKind.TIME_ENTRY);
        NewRecord entry = new NewRecord()
                .set("ticketId", ticketId)
                .set("userId", me.id())
                .set("minutes", draft.minutes())
                .set("workType", draft.workType().code())
                .set("billable", draft.billable())
                .set("comment", draft.comment())
                .set("startedAt", draft.startedAt());
        return commit(make.creation(EntityKind.TIME_ENTRY, entry, creationOf(ticketId)));
    }

    @Nullable
    Void changeStatus(UUID ticketId, TicketStatus status) throws StoreException {
        EntityRecord record = ticket(ticketId);
        TicketStatus from = Ticket.of(record).status();
        if (!from.equals(status) && !steps.of(record).contains(status)) {
            throw Refusal.of(
                    "transition_not_allowed",
                    "status",
                    "A ticket cannot go from " + from.label() + " to " + status.label() + ".");
        }
        return change(record, "status", status.code());
    }

    @Nullable
    Void changePriority(UUID ticketId, Priority priority) throws StoreException {
        return change(ticket(ticketId), "priority", priority.code());
    }

    @Nullable
    Void assign(UUID ticketId, Optional<UUID> userId) throws StoreException {
        if (userId.isPresent() && !held(EntityKind.USER, userId.get())) {
            throw Refusal.of("reference_missing", "assigneeId", "Choose somebody who is known here.");
        }
        return change(ticket(ticketId), "assigneeId", userId.map(UUID::toString).orElse(null));
    }

    @Nullable
    Void changeSubject(UUID ticketId, String subject) throws StoreException {
        rules.require(rules.subject(subject));
        return change(ticket(ticketId), "subject", subject.strip());
    }

    private @Nullable Void change(EntityRecord record, String field, @Nullable Object value) throws StoreException {
        Refusal.requireMayChange(record, field);
        FieldChange change = new FieldChange(field, record.data().get(field), value);
        if (change.changesAnything()) {
            commit(make.update(record, change, earlier.on(record.ref(), Set.of(field))));
        }
        return null;
    }

    private UUID commit(Operation operation) throws StoreException {
        outbox.commit(List.of(operation));
        return operation.entityId();
    }

    private void requireMayAdd(UUID ticketId, EntityKind part) throws StoreException {
        if (!ticket(ticketId).actions().mayAdd(part)) {
            throw Refusal.of(
                    "forbidden", "ticketId", "Your role does not let you add to this ticket. Ask somebody who leads.");
        }
    }

    private EntityRecord ticket(UUID id) throws StoreException {
        return records.find(new RecordRef(EntityKind.TICKET, id))
                .map(allowed::on)
                .orElseThrow(() -> Refusal.of("not_found", "id", "This ticket is not held here any more."));
    }

    private boolean held(EntityKind kind, UUID id) throws StoreException {
        return records.find(new RecordRef(kind, id)).isPresent();
    }

    private List<UUID> creationOf(UUID ticketId) throws StoreException {
        return earlier.on(new RecordRef(EntityKind.TICKET, ticketId), Set.of());
    }
}
