package org.waystation.api.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts the time that the technician works on tickets; at most one counts at a time, the others are paused. What was
 * counted survives a crash. Callable from any thread; calls return at once.
 */
@ProviderType
public interface WorkTimer {

    /**
     * Time counted for a ticket and not booked yet.
     *
     * @param elapsed from a monotonic clock, up to now
     * @param running whether it counts
     * @param startedAt when counting began first
     */
    record Counted(UUID ticketId, Duration elapsed, boolean running, Instant startedAt) {

        /** What would be booked: whole minutes, rounded, at least one. */
        public long minutes() {
            return Math.max(1, Math.round(elapsed.toSeconds() / 60.0));
        }
    }

    /** All of them, the running one first, then those counted last. */
    List<Counted> all();

    default Optional<Counted> running() {
        return all().stream().filter(Counted::running).findFirst();
    }

    default Optional<Counted> of(UUID ticketId) {
        return all().stream()
                .filter(counted -> counted.ticketId().equals(ticketId))
                .findFirst();
    }

    /** Counts for this ticket, from where it was; another one that counts is paused. */
    void start(UUID ticketId);

    /** Stops counting for whichever ticket it counts. */
    void pause();

    /** Forgets what was counted for a ticket. */
    void discard(UUID ticketId);

    /**
     * Takes what was counted for a ticket, such as to book it. Where it counts, it goes on from nothing.
     *
     * @return empty where nothing was counted
     */
    Optional<Counted> take(UUID ticketId);

    /** Calls the listener, on any thread, after one was started, paused, taken or discarded. */
    AutoCloseable listen(Runnable listener);
}
