package org.waystation.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.account.Accounts;
import org.waystation.server.session.Role;

/** A replica that sees some companies follows what comes into reach and what leaves it. */
@ExtendWith(ServerExtension.class)
class ScopeChangeTest {

    private final TestServer server;
    private UUID own = UUID.randomUUID();
    private UUID other = UUID.randomUUID();

    ScopeChangeTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void twoCompanies() throws Exception {
        List<String> ids = server.sql("select id from record where kind = 'company' order by id limit 2");
        own = UUID.fromString(ids.get(0));
        other = UUID.fromString(ids.get(1));
    }

    @Test
    void aCursorOfAnotherScopeAsksForANewSnapshot() throws Exception {
        Api ann = server.signedIn("Ann", Role.TECHNICIAN, own);
        String before = cursor(ann);
        UUID user = UUID.fromString(ann.get("/v1/session").json().at("/user/id").asText());
        server.database().inTransaction(connection -> {
            new Accounts().setAccess(connection, user, Role.TECHNICIAN, false, Set.of(other));
            return user;
        });
        ann.get("/v1/changes?cursor=" + before).expect(410, "scope_changed");
        ann.get("/v1/events?cursor=" + before).expect(410, "scope_changed");
        String after = cursor(ann);
        ann.get("/v1/changes?cursor=" + after).expect(200);
    }

    @Test
    void whatLeavesTheCompanyIsGoneForThoseWhoSeeItOnly() throws Exception {
        Api ann = server.signedIn("Ann", Role.TECHNICIAN, own);
        Api bea = server.signedIn("Bea", Role.TECHNICIAN, other);
        Ops ops = new Ops(server.api());
        JsonNode ticket = ops.applied(Ops.ticket(own.toString()));
        String id = ticket.get("id").textValue();
        JsonNode note = ops.applied(Ops.note(id, "internal", "Seen on site."));
        String annBefore = cursor(ann);
        String beaBefore = cursor(bea);
        JsonNode now = server.api().get("/v1/tickets/" + id).json();
        ops.applied(Ops.update(now).set("companyId", other.toString()));
        Map<String, JsonNode> annSees = changes(ann, annBefore);
        assertTrue(annSees.get(id).path("deleted").asBoolean(), annSees::toString);
        assertTrue(annSees.get(note.get("id").textValue()).path("deleted").asBoolean(), annSees::toString);
        Map<String, JsonNode> beaSees = changes(bea, beaBefore);
        assertEquals(other.toString(), beaSees.get(id).at("/data/companyId").asText());
        assertEquals(
                "Seen on site.",
                beaSees.get(note.get("id").textValue()).at("/data/body").asText());
    }

    @Test
    void aNoteThatBecomesInternalIsGoneForTheCustomer() throws Exception {
        Api cleo = server.signedIn("Cleo", Role.CUSTOMER_ADMIN, own);
        Ops ops = new Ops(server.api());
        JsonNode ticket = ops.applied(Ops.ticket(own.toString()));
        JsonNode note = ops.applied(Ops.note(ticket.get("id").textValue(), "public", "Password is on the desk."));
        String before = cursor(cleo);
        ops.applied(Ops.update(note).set("visibility", "internal"));
        JsonNode change = changes(cleo, before).get(note.get("id").textValue());
        assertTrue(change.path("deleted").asBoolean(), change::toString);
    }

    @Test
    void whatIsOutOfReachIsPassedOver() throws Exception {
        Api ann = server.signedIn("Ann", Role.TECHNICIAN, own);
        String before = cursor(ann);
        new Ops(server.api()).applied(Ops.ticket(other.toString()));
        JsonNode page = ann.get("/v1/changes?cursor=" + before).expect(200).json();
        assertEquals(0, page.get("changes").size());
        assertTrue(!page.get("cursor").textValue().equals(before), "the cursor goes on past what is not to be seen");
    }

    private static Map<String, JsonNode> changes(Api api, String cursor) {
        Map<String, JsonNode> byId = new HashMap<>();
        api.get("/v1/changes?cursor=" + cursor)
                .expect(200)
                .json()
                .get("changes")
                .forEach(change -> byId.put(change.get("id").textValue(), change));
        return byId;
    }

    private static String cursor(Api api) throws Exception {
        String last =
                api.get("/v1/snapshot?kinds=company").expect(200).body().lines().reduce("", (a, b) -> b);
        return org.waystation.server.record.Json.parseStored(last)
                .at("/end/cursor")
                .asText();
    }
}
