package org.waystation.api.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.waystation.api.domain.ServiceClock;
import org.waystation.api.domain.ServiceLevel;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;

/** Whether the clock of a ticket's service level runs, and why not. */
public sealed interface ClockState {

    /** It runs. */
    record Runs() implements ClockState {}

    /** It stands still, since the next step is not ours. */
    record Waits(TicketStatus status) implements ClockState {}

    /**
     * It stands still outside the agreement's hours.
     *
     * @param until when it runs again
     */
    record Closed(Instant until) implements ClockState {}

    /** There is nothing left to do. */
    record Over() implements ClockState {}

    /**
     * How it stands at a moment.
     *
     * @param level of the ticket's agreement; empty where the provider's standard applies, which is around the clock
     */
    static ClockState of(Ticket ticket, Optional<ServiceLevel> level, Instant now) {
        TicketWorkflow workflow = new TicketWorkflow();
        if (!workflow.isOpen(ticket.status())) {
            return new Over();
        }
        boolean waits = level.map(given -> given.pausesOn(ticket.status()))
                .orElseGet(() -> workflow.pausesClock(ticket.status()));
        if (waits) {
            return new Waits(ticket.status());
        }
        return level.map(ServiceClock::new)
                .filter(clock -> !clock.runsAt(now))
                .<ClockState>map(clock -> new Closed(opens(clock, now)))
                .orElseGet(Runs::new);
    }

    /** A millisecond of the clock's time ends a millisecond after it has begun to run. */
    private static Instant opens(ServiceClock clock, Instant now) {
        return clock.after(now, Duration.ofMillis(1)).minusMillis(1);
    }
}
