package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.MappingComplaint.Place;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.internal.MappingText;
import org.waystation.backend.rt.internal.connect.Complaints;
import org.waystation.backend.rt.internal.connect.Preview;
import org.waystation.backend.rt.internal.connect.Proposal;
import org.waystation.backend.rt.internal.connect.Survey;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;
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
        assertTrue(
                proposed.companies().stream().noneMatch(one -> one.domains().contains("msp.test")), "our own people");
        assertEquals("General", proposed.defaultQueue());
        assertEquals("in_progress", proposed.statusIn().get("open"));
        assertEquals("open", proposed.statusOut().get("in_progress"));
        assertEquals("Serial", proposed.assetFields().get("serial"));
        assertTrue(proposed.queues().contains(new RtMapping.Queue("Maintenance", "maintenance", "proactive")));
        assertEquals(proposed, MappingText.read(MappingText.write(proposed)), "it survives a file");
    }

    @Test
    void whereTicketsWillBelongIsSeenBeforehand(Rooms rooms) throws Exception {
        OtherEyes colleague = rooms.colleague();
        for (String asked : List.of("bob@acme.test", "bob@acme.test", "eve@initech.test")) {
            colleague.write(
                    "POST",
                    "ticket",
                    "{\"Queue\":\"Maintenance\",\"Subject\":\"Preview\",\"Requestor\":\"" + asked + "\"}");
        }
        RtFindings found = look(rooms, RequestTracker.PASSWORD);
        RtPreview preview = new Preview(Mappings.usual()).of(found);
        long acme = tickets(preview, "Maintenance", "Acme");
        assertTrue(acme >= 2, preview.toString());
        assertTrue(tickets(preview, "Maintenance", "") >= 1, preview.toString());
        RtPreview.Line lost = preview.lines().stream()
                .filter(line -> line.company().isEmpty() && line.queue().equals("Maintenance"))
                .findFirst()
                .orElseThrow();
        assertTrue(lost.strangers().contains("initech.test"), lost.toString());
        assertEquals(found.sample().size(), preview.looked());
        assertEquals(
                preview.looked(),
                preview.lines().stream().mapToInt(RtPreview.Line::tickets).sum(),
                "each ticket is in one line");

        RtMachine machine = rooms.machine("a").online();
        machine.await("a copy", () -> machine.store().replica().position().isPresent());
        long held = 0;
        for (long number = 1; number <= found.tickets() + 100; number++) {
            RecordRef ref = new RecordRef(EntityKind.TICKET, rooms.ids.of(Numbered.TICKET, number));
            String acmes = rooms.edits.acme().toString();
            held += machine.store()
                            .records()
                            .find(ref)
                            .filter(ticket -> acmes.equals(ticket.data().get("companyId"))
                                    && "maintenance".equals(ticket.data().get("type")))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertEquals(acme, held, "what was shown is what comes");
    }

    private static long tickets(RtPreview preview, String queue, String company) {
        return preview.lines().stream()
                .filter(line -> line.queue().equals(queue) && line.company().equals(company))
                .mapToLong(RtPreview.Line::tickets)
                .sum();
    }

    private static Set<Place> wrong(RtMapping mapping) {
        return Complaints.about(mapping).stream().map(MappingComplaint::place).collect(Collectors.toSet());
    }

    private static RtMapping usual(CompanyBy by, List<Company> companies, Map<String, Integer> priorities) {
        RtMapping usual = Mappings.usual();
        return new RtMapping(
                usual.marker(),
                by,
                "",
                companies,
                usual.queues(),
                "",
                "",
                usual.statusIn(),
                usual.statusOut(),
                priorities,
                usual.catalogs(),
                "",
                usual.assetStateIn(),
                usual.assetStateOut(),
                usual.assetFields(),
                "",
                "General");
    }

    @Test
    void eachFieldOfAMappingSaysWhatIsWrongWithIt() {
        assertEquals(Set.of(), wrong(Mappings.usual()));
        Company sound = new Company("Acme", List.of("acme.test"), List.of(), "bob@acme.test", "", "");
        Company other = new Company("acme", List.of("ACME.test", "no domain"), List.of(), "bob", "Care", "");
        assertEquals(
                Set.of(
                        Place.COMPANY_NAME,
                        Place.COMPANY_DOMAINS,
                        Place.COMPANY_CONTACT,
                        Place.COMPANY_AGREEMENT,
                        Place.DEFAULT_QUEUE,
                        Place.DEFAULT_CATALOG,
                        Place.ARTICLE_BODY,
                        Place.PRIORITY),
                wrong(usual(CompanyBy.DOMAIN, List.of(sound, other), Map.of("p1", 50, "p2", 75, "p3", 10, "p4", 0))));
        assertTrue(Complaints.about(usual(CompanyBy.DOMAIN, List.of(sound, other), Map.of())).stream()
                .filter(one -> one.place() == Place.COMPANY_NAME)
                .allMatch(one -> one.row() == 1));
        assertTrue(wrong(usual(CompanyBy.FIELD, List.of(), Map.of()))
                .containsAll(Set.of(Place.COMPANY_FIELD, Place.COMPANIES)));
        assertTrue(wrong(usual(CompanyBy.QUEUE, List.of(sound), Map.of())).contains(Place.COMPANY_QUEUES));
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
