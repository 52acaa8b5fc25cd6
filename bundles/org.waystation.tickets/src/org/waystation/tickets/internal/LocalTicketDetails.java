package org.waystation.tickets.internal;

import java.time.Clock;
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
import org.waystation.api.domain.Ticket;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketDetails;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketFilter.Key;
import org.waystation.api.tickets.TicketFilter.Token;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;

/** What a ticket has besides its conversation, over the local store. */
@Component(service = TicketDetails.class)
public final class LocalTicketDetails implements TicketDetails {

    /** Kinds any of whose records may show at a ticket. */
    private static final Set<EntityKind> PERHAPS_SHOWN =
            Set.of(EntityKind.TICKET, EntityKind.USER, EntityKind.AGREEMENT);

    private final Background background;
    private final Records records;
    private final TicketIndex index;
    private final Me me;
    private final TicketDetailViews views;
    private final DetailEdits edits;

    @Activate
    public LocalTicketDetails(
            @Reference Background background,
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference TicketIndex index,
            @Reference Me me,
            @Reference Allowed allowed) {
        this.background = background;
        this.records = records;
        this.index = index;
        this.me = me;
        this.views = new TicketDetailViews(records, Clock.systemUTC());
        this.edits = new DetailEdits(records, outbox, me, allowed);
    }

    @Override
    public LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketDetail>> subscriber) {
        return Followed.open(
                () -> views.of(ticketId),
                (Optional<TicketDetail> shown, RecordRef ref) -> PERHAPS_SHOWN.contains(ref.kind()),
                records,
                background,
                deliverOn,
                subscriber);
    }

    @Override
    public CompletionStage<Void> edit(UUID ticketId, TicketEdit edit) {
        return background.edit(() -> edits.make(ticketId, edit));
    }

    @Override
    public CompletionStage<List<TicketRow>> linkable(UUID ticketId, String text, int limit) {
        return background.read(() -> found(ticketId, text, limit));
    }

    private List<TicketRow> found(UUID ticketId, String text, int limit) throws StoreException {
        TicketFilter typed = TicketFilter.parse(text);
        List<Token> tokens = companyOf(ticketId)
                .map(name -> List.of(new Token(Key.COMPANY, name)))
                .orElse(List.of());
        TicketQuery query =
                new TicketQuery(new TicketFilter(tokens, typed.words()), TicketColumn.UPDATED, true, Optional.empty());
        return index.first(query, me.id(), limit + 1).stream()
                .filter(row -> !row.id().equals(ticketId))
                .limit(limit)
                .toList();
    }

    private Optional<String> companyOf(UUID ticketId) throws StoreException {
        Optional<UUID> company = records.find(new RecordRef(EntityKind.TICKET, ticketId))
                .map(Ticket::of)
                .flatMap(Ticket::companyId);
        Optional<EntityRecord> held =
                company.isPresent() ? records.find(new RecordRef(EntityKind.COMPANY, company.get())) : Optional.empty();
        return held.map(Company::of).map(Company::name);
    }
}
