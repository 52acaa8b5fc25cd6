package org.waystation.tickets.ui.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.live.LiveValue;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketDetails;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.api.tickets.TicketRow;

/** Details in memory; edits are kept as they were made. */
final class MemoryDetails implements TicketDetails {

    final Map<UUID, TicketDetail> details = new HashMap<>();
    final List<TicketEdit> edits = new ArrayList<>();
    List<TicketRow> linkable = List.of();

    @Override
    public LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketDetail>> subscriber) {
        deliverOn.execute(() -> subscriber.accept(Optional.ofNullable(details.get(ticketId))));
        return () -> {};
    }

    @Override
    public CompletionStage<Void> edit(UUID ticketId, TicketEdit edit) {
        edits.add(edit);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<TicketRow>> linkable(UUID ticketId, String text, int limit) {
        return CompletableFuture.completedStage(linkable.stream()
                .filter(row -> row.subject().toLowerCase(java.util.Locale.ROOT).contains(text))
                .toList());
    }
}
