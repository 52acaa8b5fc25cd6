package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.internal.MappingText;
import org.waystation.backend.rt.internal.connect.Proposal;
import org.waystation.backend.rt.internal.connect.Survey;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.RequestTracker;

/** Looking around on a server before connecting, and what is proposed from it. */
@ExtendWith(RtHouse.class)
class ConnectTest {

    private static RtFindings look(Rooms rooms, String password) throws BackendException {
        String user = RequestTracker.TECHNICIAN;
        try (RtClient client = new RtClient(rooms.tracker.address(), Method.PASSWORD, user, password.toCharArray())) {
            return new Survey(client, user).run();
        }
    }

    @Test
    void whatIsThereIsFoundAndItsMeaningProposed(Rooms rooms) throws Exception {
        RtFindings found = look(rooms, RequestTracker.PASSWORD);
        assertEquals("Tina Tech", found.user());
        assertTrue(found.queues().keySet().containsAll(List.of("General", "Maintenance")), found.toString());
        assertEquals(List.of("General assets"), found.catalogs());
        assertEquals(List.of("General"), found.classes());
        assertTrue(found.ticketFields().contains("Site"));
        assertEquals(List.of(), found.lacking(), "the setup file was loaded");
        assertTrue(found.domains().containsKey("acme.test"), found.domains().toString());

        RtMapping proposed = new Proposal().of(found);
        assertEquals(RtMapping.CompanyBy.DOMAIN, proposed.companyBy());
        assertTrue(
                proposed.companies().stream().anyMatch(company -> company.name().equals("Acme")));
        assertEquals("General", proposed.defaultQueue());
        assertEquals("in_progress", proposed.statusIn().get("open"));
        assertEquals("open", proposed.statusOut().get("in_progress"));
        assertEquals("Serial", proposed.assetFields().get("serial"));
        assertTrue(proposed.queues().contains(new RtMapping.Queue("Maintenance", "maintenance", "proactive")));
        assertEquals(proposed, MappingText.read(MappingText.write(proposed)), "it survives a file");
    }

    @Test
    void aWrongPasswordIsSaidInWords(Rooms rooms) {
        BackendException refused = assertThrows(BackendException.class, () -> look(rooms, "wrong"));
        assertEquals(BackendException.Cause.TOKEN_INVALID, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("user and password"), refused.getMessage());
    }

    @Test
    void onlyAPrivateAddressIsTaken() {
        assertEquals(URI.create("https://rt.example.org/rt/"), RtAccess.address(" rt.example.org/rt "));
        assertThrows(IllegalArgumentException.class, () -> RtAccess.address("http://rt.example.org"));
        assertThrows(IllegalArgumentException.class, () -> RtAccess.address("https://user:word@rt.example.org"));
    }

    @Test
    void aMappingThatLacksSomethingIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> MappingText.read("{\"marker\":\"x\"}"));
        assertTrue(refused.getMessage().startsWith("This is no mapping"), refused.getMessage());
    }
}
