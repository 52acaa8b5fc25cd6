package org.waystation.samples.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.fake.SampleData;

class TicketIdentityTest {

    @Test
    void itIsShownOnTicketsAndNamesThem() {
        assertEquals(Set.of(EntityKind.TICKET), new TicketIdentity().kinds());
        RecordRef ticket = new RecordRef(EntityKind.TICKET, SampleData.ticket(0));
        assertEquals("This ticket is " + SampleData.ticket(0), TicketIdentity.sentence(ticket));
    }
}
