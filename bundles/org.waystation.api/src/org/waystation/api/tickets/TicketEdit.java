package org.waystation.api.tickets;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.TicketType;

/** One edit of a ticket, beyond its status, subject, priority and assignee. */
public sealed interface TicketEdit {

    /** Says what kind of work it is. */
    record OfType(TicketType type) implements TicketEdit {}

    /** Says whether it was sought or came by itself. */
    record OfOrigin(Origin origin) implements TicketEdit {}

    /** Names the asset it is about; empty for none. */
    record OnAsset(Optional<UUID> assetId) implements TicketEdit {}

    /** Links another ticket, or takes the link away. */
    record Link(LinkType type, UUID ticketId, boolean linked) implements TicketEdit {}

    /** Adds a watcher or takes one away. */
    record Watcher(UUID userId, boolean watches) implements TicketEdit {}

    /** Adds a tag or takes it away. */
    record Tag(String tag, boolean tagged) implements TicketEdit {}

    /** Adds a step at the end of the checklist. */
    record NewStep(String text) implements TicketEdit {}

    /** Says that a step was done, or has to be done again. */
    record StepDone(UUID stepId, boolean done) implements TicketEdit {}

    /** Takes a step out of the checklist. */
    record NoStep(UUID stepId) implements TicketEdit {}
}
