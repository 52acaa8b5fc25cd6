package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.ServiceLevel;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;
import org.waystation.api.tickets.ClockState;

class ClockStateTest {

    /** Weekdays eight to five in Stockholm; only waiting for the customer stops the clock. */
    private static final ServiceLevel OFFICE = ServiceLevel.of(new Fields(
            "serviceLevel",
            Map.of(
                    "timeZone",
                    "Europe/Stockholm",
                    "hours",
                    List.of(Map.of(
                            "days",
                            List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
                            "from",
                            "08:00",
                            "to",
                            "17:00")),
                    "pausesOn",
                    List.of("waiting_customer"))));

    @Test
    void outsideTheHoursItRunsAgainWhenTheyBegin() {
        Instant fridayNight = Instant.parse("2026-11-27T20:00:00Z");
        assertEquals(
                new ClockState.Closed(Instant.parse("2026-11-30T07:00:00Z")),
                ClockState.of(ticket("in_progress"), Optional.of(OFFICE), fridayNight));
        assertEquals(
                new ClockState.Runs(),
                ClockState.of(ticket("in_progress"), Optional.of(OFFICE), Instant.parse("2026-11-27T15:59:00Z")));
    }

    @Test
    void theAgreementSaysWhatStopsIt() {
        Instant noon = Instant.parse("2026-11-27T11:00:00Z");
        assertEquals(
                new ClockState.Waits(TicketStatus.WAITING_CUSTOMER),
                ClockState.of(ticket("waiting_customer"), Optional.of(OFFICE), noon));
        assertEquals(new ClockState.Runs(), ClockState.of(ticket("waiting_vendor"), Optional.of(OFFICE), noon));
        assertEquals(
                new ClockState.Waits(TicketStatus.WAITING_VENDOR),
                ClockState.of(ticket("waiting_vendor"), Optional.empty(), noon));
    }

    private static Ticket ticket(String status) {
        return Ticket.of(new EntityRecord(EntityKind.TICKET, new UUID(1, 1), 1, 1, Map.of("status", status)));
    }
}
