package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/** Request Tracker is asked over one connection, not for what is known already, and not while it wants to be left alone. */
@ExtendWith(RtHouse.class)
class PoliteTest {

    private static long make(OtherEyes eyes, String subject) throws Exception {
        return eyes.write("POST", "ticket", "{\"Queue\":\"General\",\"Subject\":\"" + subject + "\"}")
                .path("id")
                .asLong();
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndWhatHasIs(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long number = make(colleague, "Before");
        LossyWay way = rooms.way();
        try (RtClient client = new RtClient(
                way.address(), Method.PASSWORD, RequestTracker.TECHNICIAN, RequestTracker.PASSWORD.toCharArray())) {
            JsonNode first = client.get("ticket/" + number);
            assertEquals(0, way.unchanged());
            assertEquals(first, client.get("ticket/" + number));
            assertEquals(1, way.unchanged(), "the second time without its content");
            colleague.write("PUT", "ticket/" + number, "{\"Subject\":\"After\"}");
            assertEquals("After", client.get("ticket/" + number).path("Subject").asText());
            assertEquals(1, way.unchanged());
            client.get("queue/1");
            client.get("queue/1");
            assertEquals(1, way.unchanged(), "a queue's tag does not tell of its custom fields");
        }
    }

    @Test
    void anEditComesBackInTheFeedWithoutItsContentOverTheOneConnection(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        long number = make(colleague, "Polite");
        LossyWay way = rooms.way();
        RtMachine machine = rooms.machine("a", RequestTracker.TECHNICIAN, way).online();
        RecordRef ref = new RecordRef(EntityKind.TICKET, rooms.ids.of(Numbered.TICKET, number));
        machine.await("the ticket", () -> machine.store().records().find(ref).isPresent());
        int before = way.unchanged();
        machine.commit(rooms.edits.change(machine.record(ref), "priority", "p1"));
        machine.awaitSent();
        machine.await("its transaction", () -> way.unchanged() > before);
        assertEquals("100", colleague.get("ticket/" + number).path("Priority").asText());
        assertEquals(1, way.connections());
    }

    @Test
    void aServerThatWantsToBeLeftAloneIs(Rooms rooms) throws Exception {
        LossyWay way = rooms.way();
        RtMachine machine = rooms.machine("a", RequestTracker.TECHNICIAN, way);
        way.busy(60);
        machine.online();
        machine.await("the first answer", () -> way.requests() > 0);
        int asked = way.requests();
        machine.commit(rooms.edits.ticket("Waits " + System.nanoTime()));
        boolean ended = new CountDownLatch(1).await(4, TimeUnit.SECONDS);
        assertFalse(ended);
        assertEquals(asked, way.requests(), "asked again within the minute");
        assertTrue(machine.parked().isEmpty());
    }
}
