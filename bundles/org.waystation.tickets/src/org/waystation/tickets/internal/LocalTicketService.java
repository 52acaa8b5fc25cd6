package org.waystation.tickets.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.User;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.store.Records;
import org.waystation.store.TicketIndex;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;
import org.waystation.store.live.RowList;

/** Ticket work over the local store. */
@Component(service = TicketService.class)
public final class LocalTicketService implements TicketService {

    /** Kinds whose records show in a queue's rows or order. */
    private static final Set<EntityKind> SHOWN =
            Set.of(EntityKind.TICKET, EntityKind.COMPANY, EntityKind.USER, EntityKind.AGREEMENT);

    private final Background background;
    private final Records records;
    private final TicketIndex index;
    private final Me me;
    private final TicketViews views;
    private final TicketEdits edits;

    @Activate
    public LocalTicketService(
            @Reference Background background,
            @Reference Records records,
            @Reference TicketIndex index,
            @Reference Me me,
            @Reference TicketViews views,
            @Reference TicketEdits edits) {
        this.background = background;
        this.records = records;
        this.index = index;
        this.me = me;
        this.views = views;
        this.edits = edits;
    }

    @Override
    public LiveList<TicketRow> queue(TicketQuery query, Executor deliverOn) {
        return RowList.open(new TicketQueueSource(index, me, query), SHOWN, records, background, deliverOn);
    }

    @Override
    public LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketView>> subscriber) {
        return Followed.open(
                () -> views.of(ticketId), new FollowedTicket(ticketId), records, background, deliverOn, subscriber);
    }

    @Override
    public CompletionStage<UUID> create(TicketDraft draft) {
        return background.edit(() -> edits.create(draft));
    }

    @Override
    public CompletionStage<UUID> addNote(UUID ticketId, NoteDraft draft) {
        return background.edit(() -> edits.addNote(ticketId, draft));
    }

    @Override
    public CompletionStage<UUID> bookTime(UUID ticketId, TimeDraft draft) {
        return background.edit(() -> edits.bookTime(ticketId, draft));
    }

    @Override
    public CompletionStage<Void> changeStatus(UUID ticketId, TicketStatus status) {
        return background.edit(() -> edits.changeStatus(ticketId, status));
    }

    @Override
    public CompletionStage<Void> changePriority(UUID ticketId, Priority priority) {
        return background.edit(() -> edits.changePriority(ticketId, priority));
    }

    @Override
    public CompletionStage<Void> assign(UUID ticketId, Optional<UUID> userId) {
        return background.edit(() -> edits.assign(ticketId, userId));
    }

    @Override
    public CompletionStage<Void> changeSubject(UUID ticketId, String subject) {
        return background.edit(() -> edits.changeSubject(ticketId, subject));
    }

    @Override
    public CompletionStage<List<User>> assignees() {
        return background.read(() -> records.all(EntityKind.USER).stream()
                .map(User::of)
                .filter(user -> !user.system())
                .toList());
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return background.read(
                () -> records.all(EntityKind.COMPANY).stream().map(Company::of).toList());
    }
}
