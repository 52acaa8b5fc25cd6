package org.waystation.api.tickets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.User;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;

/**
 * Ticket work, online and offline alike: every edit is durable on this machine, with its operation queued, before its
 * stage completes. Calls return at once. Stages end exceptionally with {@link InvalidEditException} where a value is
 * refused, and with {@link java.io.UncheckedIOException} where this machine could not keep it (disk full).
 */
@ProviderType
public interface TicketService {

    /**
     * Opens a queue.
     *
     * @param deliverOn the thread that will read it, such as the UI thread
     */
    LiveList<TicketRow> queue(TicketQuery query, Executor deliverOn);

    /** Follows one ticket; the subscriber gets empty when the ticket is not, or no longer, held here. */
    LiveValue follow(UUID ticketId, Executor deliverOn, Consumer<Optional<TicketView>> subscriber);

    /** Makes a ticket; the stage gives its id. */
    CompletionStage<UUID> create(TicketDraft draft);

    CompletionStage<UUID> addNote(UUID ticketId, NoteDraft draft);

    CompletionStage<UUID> bookTime(UUID ticketId, TimeDraft draft);

    /** Takes a step of the status; refused where {@code TicketWorkflow} does not allow it. */
    CompletionStage<Void> changeStatus(UUID ticketId, TicketStatus status);

    CompletionStage<Void> changePriority(UUID ticketId, Priority priority);

    /** Gives the ticket to somebody, or to nobody. */
    CompletionStage<Void> assign(UUID ticketId, Optional<UUID> userId);

    CompletionStage<Void> changeSubject(UUID ticketId, String subject);

    /** Everybody a ticket can be given to, by name. */
    CompletionStage<List<User>> assignees();

    /** Companies by name, for choosing one. */
    CompletionStage<List<Company>> companies();
}
