package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;

/** Which steps a ticket may take. */
class NextStepsTest {

    private static EntityRecord ticket(Map<String, Object> data) {
        return new EntityRecord(EntityKind.TICKET, new UUID(0, 1), 1, 1, Map.copyOf(data));
    }

    private final NextSteps steps = new NextSteps();

    @Test
    void theServersOwnStepsCount() {
        EntityRecord ticket =
                ticket(Map.of("status", "closed", "nextStatusesOf", "closed", "nextStatuses", List.of("in_progress")));
        assertEquals(List.of(TicketStatus.IN_PROGRESS), steps.of(ticket));
    }

    @Test
    void theyAreOfOneStatusOnly() {
        EntityRecord changedHere =
                ticket(Map.of("status", "resolved", "nextStatusesOf", "new", "nextStatuses", List.of("resolved")));
        assertEquals(new TicketWorkflow().next(TicketStatus.RESOLVED), steps.of(changedHere));
    }

    @Test
    void withoutThemOursCount() {
        assertEquals(new TicketWorkflow().next(TicketStatus.NEW), steps.of(ticket(Map.of("status", "new"))));
    }
}
