package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.Operation;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.internal.connect.Survey;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/** The ways in: a token, and TLS with a certificate of an authority of one's own. */
@ExtendWith(RtHouse.class)
class AccessTest {

    private static final String AUTHORITIES = "waystation.ca";

    @AfterEach
    void believeNobodyElse() {
        System.clearProperty(AUTHORITIES);
    }

    @Test
    void aTokenSignsInReadsAndWritesOverTls(Rooms rooms) throws Exception {
        OwnAuthority house =
                new OwnAuthority(Files.createDirectories(rooms.folder().resolve("authority")));
        System.setProperty(AUTHORITIES, house.authority().toString());
        LossyWay way = rooms.encrypted(house.identity());
        RtMachine machine = rooms.machineWithToken("a", rooms.tracker.token(RequestTracker.TECHNICIAN), way)
                .online();
        machine.await("a copy", () -> machine.store().replica().position().isPresent());
        String subject = "By token " + System.nanoTime();
        Operation ticket = rooms.edits.ticket(subject);
        machine.commit(ticket, rooms.edits.note(ticket.entityId(), "over TLS", "internal", ticket));
        machine.awaitSent();
        assertEquals(List.of(), machine.parked());

        OtherEyes eyes = rooms.colleague();
        long number = eyes.tickets(subject).getFirst();
        assertEquals(
                RequestTracker.TECHNICIAN,
                eyes.get("ticket/" + number).path("Creator").path("id").asText(),
                "who the token is of");
        assertTrue(eyes.messages(number).contains("Comment|over TLS"));
        assertTrue(way.requests() > 0);
    }

    @Test
    void aTokenNamesItsUserWhenItLooksAround(Rooms rooms) throws Exception {
        char[] token = rooms.tracker.token(RequestTracker.TECHNICIAN).toCharArray();
        try (RtClient client = new RtClient(rooms.tracker.address(), Method.TOKEN, "", token)) {
            RtFindings found = new Survey(client, "").run();
            assertEquals("Tina Tech", found.user());
        }
    }

    @Test
    void aTokenThatIsNoneIsSaidInWords(Rooms rooms) throws Exception {
        char[] token = "1-14-0123456789abcdef0123456789abcdef".toCharArray();
        try (RtClient client = new RtClient(rooms.tracker.address(), Method.TOKEN, "", token)) {
            BackendException refused = assertThrows(BackendException.class, () -> client.get("rt"));
            assertEquals(Cause.TOKEN_INVALID, refused.kind());
            assertTrue(String.valueOf(refused.getMessage()).contains("does not take the token"), refused.getMessage());
        }
    }

    /** Not even a request line, let alone a password, gets to somebody whom no authority vouches for. */
    @Test
    void nothingIsSentToAServerThatNobodyVouchesFor(Rooms rooms) throws Exception {
        OwnAuthority house =
                new OwnAuthority(Files.createDirectories(rooms.folder().resolve("authority")));
        LossyWay way = rooms.encrypted(house.identity());
        String user = RequestTracker.TECHNICIAN;
        try (RtClient client =
                new RtClient(way.address(), Method.PASSWORD, user, RequestTracker.PASSWORD.toCharArray())) {
            BackendException refused = assertThrows(BackendException.class, () -> client.get("rt"));
            assertEquals(Cause.UNTRUSTED_CERTIFICATE, refused.kind());
            assertEquals(0, way.requests());
        }
    }
}
