package org.waystation.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.kind.Kinds;
import org.waystation.server.kind.RecordValidator;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.record.Json;
import org.waystation.server.session.Role;

@ExtendWith(ServerExtension.class)
class MoreKindsTest {

    private final TestServer server;
    private final Ops ops;
    private String company = "";
    private String other = "";

    MoreKindsTest(TestServer server) {
        this.server = server;
        this.ops = new Ops(server.api());
    }

    @BeforeEach
    void findCompanies() {
        company = ops.company("Kestrel Foods");
        other = ops.company("Harbour Dental");
    }

    @Test
    void whatIsWrongWithinAListIsNamedByItsPlace() {
        JsonNode result = ops.one(Ops.ticket(company)
                .set("checklist", List.of(Map.of("id", Ops.newId(), "text", "one"), Map.of("id", "x", "text", "two"))));
        assertEquals("rejected", result.get("outcome").textValue());
        assertEquals("checklist[1].id", result.at("/problem/errors/0/field").textValue());
    }

    @Test
    void linksLeadToTicketsOfTheSameCompanyOnly() {
        String own = id(ops.applied(Ops.ticket(company)));
        String foreign = id(ops.applied(Ops.ticket(other)));
        JsonNode linked =
                ops.applied(Ops.ticket(company).set("links", List.of(Map.of("type", "relates_to", "ticketId", own))));
        assertEquals(own, linked.at("/data/links/0/ticketId").textValue());
        JsonNode result =
                ops.one(Ops.ticket(company).set("links", List.of(Map.of("type", "relates_to", "ticketId", foreign))));
        assertEquals("wrong_company", result.at("/problem/errors/0/code").textValue());
        assertEquals("links[0].ticketId", result.at("/problem/errors/0/field").textValue());
    }

    @Test
    void aLinkToATicketThatIsGoneStaysAndANewOneIsRefused() {
        JsonNode gone = ops.applied(Ops.ticket(company));
        List<Map<String, String>> links = List.of(Map.of("type", "relates_to", "ticketId", id(gone)));
        JsonNode linked = ops.applied(Ops.ticket(company).set("links", links));
        lead().applied(Ops.delete(gone));
        JsonNode edited = ops.applied(Ops.update(linked).set("links", links).set("subject", "Still linked"));
        assertEquals(id(gone), edited.at("/data/links/0/ticketId").textValue());
        assertEquals(
                "missing",
                ops.one(Ops.ticket(company).set("links", links))
                        .at("/problem/errors/0/code")
                        .textValue());
    }

    @Test
    void anArticleKeepsEveryTextItHad() {
        JsonNode article =
                ops.applied(Ops.create("article").set("title", "Restart").set("body", "one"));
        assertEquals(1, article.at("/data/revision").intValue());
        JsonNode retagged = ops.applied(Ops.update(article).set("tags", List.of("hosts")));
        assertEquals(1, retagged.at("/data/revision").intValue());
        JsonNode changed = ops.applied(Ops.update(retagged).set("body", "two"));
        assertEquals(2, changed.at("/data/revision").intValue());
        JsonNode versions = server.api()
                .get("/v1/article-versions?articleId=" + id(article))
                .expect(200)
                .json()
                .get("items");
        assertEquals(2, versions.size());
        assertEquals("one", versions.get(0).at("/data/body").textValue());
        assertEquals("two", versions.get(1).at("/data/body").textValue());
    }

    @Test
    void anAssetRemembersWhoChangedWhichFieldAndWhen() {
        JsonNode asset = ops.applied(Ops.create("asset")
                .set("companyId", company)
                .set("name", "FS-01")
                .set("kind", "server")
                .set("state", "in_use")
                .set("properties", Map.of("cpu", "4", "os", "Debian 12")));
        JsonNode changed = ops.applied(Ops.update(asset)
                .set("serial", "7XK2")
                .set("tags", List.of("backup"))
                .set("properties", Map.of("cpu", "8", "os", "Debian 12")));
        ops.applied(Ops.update(changed).set("serial", null));
        JsonNode revisions = server.api()
                .get("/v1/asset-revisions?assetId=" + id(asset))
                .expect(200)
                .json()
                .get("items");
        assertEquals(3, revisions.size());
        assertEquals(0, revisions.get(0).at("/data/changes").size(), "it was made");
        assertEquals(
                Map.of(
                        "properties.cpu", List.of("4", "8"),
                        "serial", List.of("", "7XK2"),
                        "tags", List.of("", "[\"backup\"]")),
                changes(revisions.get(1)));
        assertEquals(Map.of("serial", List.of("7XK2", "")), changes(revisions.get(2)));
        assertTrue(revisions.get(2).get("data").has("userId"));
        assertTrue(revisions.get(2).get("data").has("at"));
    }

    private static Map<String, List<String>> changes(JsonNode revision) {
        Map<String, List<String>> changes = new HashMap<>();
        revision.at("/data/changes")
                .forEach(change -> changes.put(
                        change.get("field").textValue(),
                        List.of(
                                change.path("before").asText(""),
                                change.path("after").asText(""))));
        return changes;
    }

    @Test
    void anArticleForACompanyNeedsACompany() {
        JsonNode result =
                ops.one(Ops.create("article").set("title", "t").set("body", "b").set("visibility", "company"));
        assertEquals("visibility", result.at("/problem/errors/0/field").textValue());
    }

    @Test
    void anAlertRemembersWhoTookItAndWhenItWasOver() {
        JsonNode alert = ops.applied(Ops.create("alert")
                .set("companyId", company)
                .set("title", "Disk")
                .set("severity", "warning"));
        assertEquals("open", alert.at("/data/state").textValue());
        assertFalse(alert.get("data").has("acknowledgedAt"));
        JsonNode resolved = ops.applied(Ops.update(alert).set("state", "resolved"));
        assertTrue(resolved.get("data").has("acknowledgedBy"));
        assertTrue(resolved.get("data").has("resolvedAt"));
        JsonNode open = ops.applied(Ops.update(resolved).set("state", "open"));
        assertFalse(open.get("data").has("resolvedAt"));
    }

    @Test
    void theAuditChainTakesOnlyItsNextEntry() {
        String device = Ops.newId();
        ops.applied(entry(device, 1, null, "a"));
        ops.applied(entry(device, 2, "a", "b"));
        for (Ops.Op wrong :
                List.of(entry(device, 2, "a", "c"), entry(device, 4, "b", "c"), entry(device, 3, "a", "c"))) {
            assertEquals("chain_broken", ops.one(wrong).at("/problem/code").textValue());
        }
        ops.applied(entry(device, 3, "b", "c"));
    }

    private static Ops.Op entry(
            String device, int position, @org.jspecify.annotations.Nullable String previous, String hash) {
        Ops.Op entry = Ops.create("auditEntry")
                .set("deviceId", device)
                .set("position", position)
                .set("at", Instant.now().toString())
                .set("action", "session.start")
                .set("hash", hash.repeat(64));
        return previous == null ? entry : entry.set("previousHash", previous.repeat(64));
    }

    @Test
    void aSavedViewIsItsOwnersAlone() {
        JsonNode view = ops.applied(Ops.create("savedView").set("name", "Mine").set("lists", "ticket"));
        JsonNode result = new Ops(server.colleague()).one(Ops.update(view).set("name", "Yours"));
        assertEquals("forbidden", result.at("/problem/code").textValue());
    }

    @Test
    void dueTimesCountTheHoursOfTheAgreement() {
        Ops lead = lead();
        JsonNode agreement = lead.applied(Ops.create("agreement")
                .set("companyId", company)
                .set("name", "Office hours")
                .set("kind", "managed")
                .set(
                        "serviceLevel",
                        Map.of(
                                "timeZone",
                                "UTC",
                                "hours",
                                List.of(Map.of(
                                        "days",
                                        List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
                                        "from",
                                        "09:00",
                                        "to",
                                        "17:00")),
                                "targets",
                                Map.of("p3", Map.of("responseMinutes", 60, "resolutionMinutes", 240)),
                                "pausesOn",
                                List.of("waiting_customer"))));
        // A Friday, an hour before the office closes.
        JsonNode ticket = ops.applied(Ops.ticket(company)
                .set("agreementId", id(agreement))
                .performedAt(Instant.parse("2026-11-13T16:00:00Z")));
        assertEquals("2026-11-13T17:00:00Z", ticket.at("/data/responseDueAt").textValue());
        assertEquals("2026-11-16T12:00:00Z", ticket.at("/data/resolutionDueAt").textValue());
        JsonNode paused = ops.applied(Ops.update(ticket)
                .set("status", "waiting_customer")
                .performedAt(Instant.parse("2026-11-16T10:00:00Z")));
        JsonNode goesOn = ops.applied(
                Ops.update(paused).set("status", "in_progress").performedAt(Instant.parse("2026-11-16T16:00:00Z")));
        assertEquals("2026-11-17T10:00:00Z", goesOn.at("/data/resolutionDueAt").textValue());
    }

    @Test
    void fieldsAndWordsOfANewerServerStayWhereTheyAre() {
        ObjectNode data =
                Json.object().put("mood", "calm").put("type", "riddle").put("priority", "p1");
        List<FieldProblem> problems = new RecordValidator()
                .apply(Kinds.find("ticket").orElseThrow(), Map.of("priority", TextNode.valueOf("p2")), data);
        assertEquals(List.of(), problems);
        assertEquals("calm", data.get("mood").textValue());
        assertEquals("riddle", data.get("type").textValue());
        assertEquals("p2", data.get("priority").textValue());
    }

    @Test
    void deletingATicketDeletesTheFilesOfItsNotesToo() throws SQLException {
        JsonNode ticket = ops.applied(Ops.ticket(company));
        JsonNode note = ops.applied(Ops.note(id(ticket), "internal", "see the file"));
        server.sql("insert into record (id, kind, company_id, version, seq, data) values ('" + Ops.newId()
                + "', 'attachment', '" + company + "', 1, nextval('ticket_number') + 900000000, jsonb_build_object("
                + "'name', 'a.txt', 'sha256', repeat('a', 64), 'size', 1, 'mediaType', 'text/plain',"
                + " 'createdAt', '2026-11-22T08:00:00Z', 'ownerKind', 'note', 'ownerId', '" + id(note)
                + "')) returning id");
        lead().applied(Ops.delete(
                server.api().get("/v1/tickets/" + id(ticket)).expect(200).json()));
        List<String> left = server.sql(
                "select id from record where kind = 'attachment' and deleted_at is null and data ->> 'ownerId' = '"
                        + id(note) + "'");
        assertEquals(List.of(), left);
    }

    private Ops lead() {
        try {
            return new Ops(server.signedIn("Lee", Role.LEAD));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }
}
