package org.waystation.api.tickets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.live.LiveValue;

/**
 * What a ticket has besides its conversation: links, tags, watchers, steps, and what there was before on its asset.
 * Every method returns at once; an edit is durable and queued for the server when its stage completes, and ends with an
 * {@link InvalidEditException} where it was refused.
 */
@ProviderType
public interface TicketDetails {

    /** Of one ticket while it is on screen; empty where it is not held here. */
    LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketDetail>> subscriber);

    /** Makes one edit; what is already so is no change. */
    CompletionStage<Void> edit(UUID ticketId, TicketEdit edit);

    /** Tickets of the same company that a text finds, for choosing one to link; the latest for an empty text. */
    CompletionStage<List<TicketRow>> linkable(UUID ticketId, String text, int limit);
}
