package org.waystation.tickets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TicketView.Entry;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Me;

/** Puts together a ticket with what a technician needs beside it. */
@Component(service = TicketViews.class)
public final class TicketViews {

    private final Records records;
    private final Outbox outbox;
    private final Me me;
    private final Allowed allowed;
    private final NextSteps steps = new NextSteps();

    @Activate
    public TicketViews(
            @Reference Records records, @Reference Outbox outbox, @Reference Me me, @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.me = me;
        this.allowed = allowed;
    }

    Optional<TicketView> of(UUID ticketId) throws StoreException {
        RecordRef ref = new RecordRef(EntityKind.TICKET, ticketId);
        Optional<EntityRecord> record = records.find(ref).map(allowed::on);
        return record.isPresent() ? Optional.of(view(record.get(), ref)) : Optional.empty();
    }

    private TicketView view(EntityRecord record, RecordRef ref) throws StoreException {
        Ticket ticket = Ticket.of(record);
        List<PendingOperation> pending = outbox.pending(ref);
        Set<UUID> unsynced =
                pending.stream().map(waiting -> waiting.operation().entityId()).collect(Collectors.toSet());
        return new TicketView(
                ticket,
                beside(EntityKind.COMPANY, ticket.companyId(), Company::of),
                beside(EntityKind.AGREEMENT, ticket.agreementId(), Agreement::of),
                beside(EntityKind.CONTACT, ticket.contactId(), Contact::of),
                beside(EntityKind.ASSET, ticket.assetId(), Asset::of),
                beside(EntityKind.USER, ticket.assigneeId(), User::of),
                me.is(ticket.assigneeId()),
                steps.of(record),
                entries(EntityKind.NOTE, ticket.id(), Note::of, Note::authorId, unsynced),
                entries(EntityKind.TIME_ENTRY, ticket.id(), TimeEntry::of, TimeEntry::userId, unsynced),
                unsyncedFields(pending, ticket.id()),
                pending,
                record.actions());
    }

    private <T> Optional<T> beside(EntityKind kind, Optional<UUID> id, Function<EntityRecord, T> read)
            throws StoreException {
        return id.isPresent() ? records.find(new RecordRef(kind, id.get())).map(read) : Optional.empty();
    }

    private <T> List<Entry<T>> entries(
            EntityKind kind,
            UUID ticketId,
            Function<EntityRecord, T> read,
            Function<T, Optional<UUID>> author,
            Set<UUID> unsynced)
            throws StoreException {
        Optional<UUID> myself = me.id();
        List<Entry<T>> entries = new ArrayList<>();
        for (EntityRecord record : records.referring(kind, "ticketId", ticketId)) {
            T value = read.apply(record);
            boolean mine = myself.isPresent() && author.apply(value).equals(myself);
            entries.add(new Entry<>(value, mine, unsynced.contains(record.id())));
        }
        return entries;
    }

    private static Set<String> unsyncedFields(List<PendingOperation> pending, UUID ticketId) {
        return pending.stream()
                .map(PendingOperation::operation)
                .filter(operation -> operation.entityId().equals(ticketId))
                .flatMap(operation -> operation.changes().stream())
                .map(FieldChange::field)
                .collect(Collectors.toSet());
    }
}
