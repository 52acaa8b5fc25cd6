package org.waystation.api.views;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.SavedView;
import org.waystation.api.live.LiveValue;

/**
 * The views that somebody saved. Calls return at once; an edit is durable and queued for the server when its stage
 * completes, and ends with an {@link org.waystation.api.tickets.InvalidEditException} where it was refused.
 */
@ProviderType
public interface SavedViews {

    /** Those of a kind of record that the technician made or is offered, own ones first, by name, while they are on screen. */
    LiveValue follow(String lists, Executor deliverOn, Consumer<List<Offered>> subscriber);

    /**
     * One of them.
     *
     * @param mine whether the signed-in technician made it, and so may change it
     * @param owner who made it; empty where that is not known
     */
    record Offered(SavedView view, boolean mine, String owner) {}

    CompletionStage<UUID> create(ViewDraft draft);

    /**
     * Whether colleagues can be offered a view. Where the server keeps none, views are on this computer alone and what a draft
     * says of sharing has no effect.
     */
    default boolean canBeShared() {
        return true;
    }

    /** Changes an own one. */
    CompletionStage<Void> change(UUID id, ViewDraft draft);

    /** Deletes an own one. */
    CompletionStage<Void> delete(UUID id);
}
