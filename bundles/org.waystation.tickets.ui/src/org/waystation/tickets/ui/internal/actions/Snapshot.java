package org.waystation.tickets.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waystation.api.live.LiveValue;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.tickets.TicketView;

/** A ticket as it is now, for whoever may wait; never on the UI thread. */
final class Snapshot {

    private static final int MOST_SECONDS = 2;

    private final TicketService tickets;

    Snapshot(TicketService tickets) {
        this.tickets = tickets;
    }

    /** Empty where it is not held here or cannot be had in time. */
    Optional<TicketView> of(UUID id) {
        CompletableFuture<Optional<TicketView>> answer = new CompletableFuture<>();
        try (LiveValue live = tickets.follow(id, Runnable::run, answer::complete)) {
            return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            // What cannot be told is not offered.
            return Optional.empty();
        }
    }
}
