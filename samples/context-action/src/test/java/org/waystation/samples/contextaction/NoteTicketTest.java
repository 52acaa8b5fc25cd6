package org.waystation.samples.contextaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.fake.FakeNotifications;
import org.waystation.testkit.fake.SampleData;

class NoteTicketTest {

    private final FakeNotifications notifications = new FakeNotifications();
    private final NoteTicket action = new NoteTicket(notifications);

    @Test
    void itIsOfferedForTicketsAndTellsTheirId() {
        assertEquals(Set.of(EntityKind.TICKET), action.kinds());
        action.run(new RecordRef(EntityKind.TICKET, SampleData.ticket(0)));
        assertEquals(List.of("This ticket is " + SampleData.ticket(0)), notifications.titles());
    }
}
