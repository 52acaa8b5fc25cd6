package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.session.Role;

/** A part of the records: what is in it, that the feed keeps it so, and that a copy can be checked. */
@ExtendWith(ServerExtension.class)
class ScopedReadingTest {

    private final TestServer server;
    private final Api api;
    private final Ops ops;
    private final Ops lead;
    private final List<String> companies;

    ScopedReadingTest(TestServer server) throws Exception {
        this.server = server;
        this.api = server.api();
        this.ops = new Ops(server.colleague());
        this.lead = new Ops(server.signedIn("Lee", Role.LEAD));
        this.companies = server.sql("select company_id from record where kind = 'ticket' and deleted_at is null"
                + " group by company_id order by count(*) desc, company_id limit 2");
    }

    @Test
    void someCompaniesBringTheirRecordsAndWhatEverybodyNeeds() throws Exception {
        Replica copy = copy("companies=" + companies.get(0));
        assertEquals(
                ids("kind in ('user','team','savedView','company','site','agreement') or company_id is null"
                        + " or company_id = '" + companies.get(0) + "'"),
                copy.state().keySet());
    }

    @Test
    void noCompanyAndOwnWorkBringWhatTheOpenTicketsNeed() throws Exception {
        Replica copy = copy("companies=none&mine=true");
        String me = server.technician().toString();
        Set<UUID> tickets = ids("kind = 'ticket' and data ->> 'assigneeId' = '" + me
                + "' and data ->> 'status' not in ('resolved', 'closed')");
        assertFalse(tickets.isEmpty());
        Set<UUID> held = copy.records().entrySet().stream()
                .filter(entry -> entry.getValue().get("kind").textValue().equals("ticket"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(tickets, held);
        for (UUID ticket : tickets) {
            assertTrue(copy.state()
                    .keySet()
                    .containsAll(ids("data ->> 'ticketId' = '" + ticket + "' and kind <> 'ticket'")));
            JsonNode data = copy.records().get(ticket).get("data");
            for (String field : List.of("contactId", "assetId")) {
                assertTrue(!data.has(field)
                        || copy.records()
                                .containsKey(UUID.fromString(data.get(field).textValue())));
            }
        }
    }

    @Test
    void someDaysBringWhatMovedOrIsOpenWithItsPartsAndAllThatLasts() throws Exception {
        LocalDate since = LocalDate.now(ZoneOffset.UTC).minusDays(20);
        String ticket = "(kind = 'ticket' and ((data ->> 'updatedAt')::timestamptz >= '" + since
                + "T00:00Z' or data ->> 'status' not in ('resolved', 'closed')))";
        Set<UUID> tickets = ids(ticket);
        Set<UUID> all = ids("kind = 'ticket'");
        assertTrue(tickets.size() < all.size(), "some are older");
        Replica copy = copy("days=20");
        Map<String, Set<UUID>> byKind = new HashMap<>();
        copy.records()
                .forEach((id, record) -> byKind.computeIfAbsent(
                                record.get("kind").textValue(), k -> new java.util.HashSet<>())
                        .add(id));
        assertEquals(tickets, byKind.get("ticket"));
        assertEquals(
                ids(
                        "kind = 'note' and data ->> 'ticketId' in (select id::text from record where deleted_at is null and "
                                + ticket + ")"),
                byKind.get("note"));
        assertEquals(ids("kind = 'asset'"), byKind.get("asset"));
        assertEquals(ids("kind = 'article'"), byKind.get("article"));
        assertEquals(copy("since=" + since).state(), copy.state());
    }

    /** The tickets of a copy come and go by other people's edits, and it always is what a new snapshot would be. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "companies=%1$s", "companies=none&mine=true", "companies=%1$s&mine=true&days=20", "days=20"})
    void theFeedKeepsACopyAsANewSnapshotWouldBe(String form) throws Exception {
        String scope = form.formatted(companies.get(0), companies.get(1));
        Replica copy = copy(scope);
        String me = server.technician().toString();
        for (String company : companies) {
            // An old closed ticket of somebody else with notes, which comes back to life, to me, away from me, and
            // closes.
            List<String> old = server.sql("select id from record t where kind = 'ticket' and deleted_at is null"
                    + " and company_id = '" + company + "' and data ->> 'status' = 'closed'"
                    + " and (data ->> 'updatedAt')::timestamptz < now() - interval '30 days'"
                    + " and exists (select from record n where n.data ->> 'ticketId' = t.id::text and n.kind = 'note')"
                    + " order by id limit 1");
            JsonNode ticket =
                    api.get("/v1/tickets/" + old.getFirst()).expect(200).json();
            ticket = ops.applied(Ops.update(ticket).set("assigneeId", me).set("subject", "Taken up again"));
            copy.follow();
            ops.applied(Ops.note(ticket.get("id").textValue(), "internal", "Looked at it."));
            JsonNode open = ops.applied(Ops.ticket(company));
            open = ops.applied(Ops.update(open).set("assigneeId", me));
            ops.applied(Ops.note(open.get("id").textValue(), "public", "On my way."));
            copy.follow();
            open = api.get("/v1/tickets/" + open.get("id").textValue()).json();
            open = ops.applied(Ops.update(open).set("assigneeId", null));
            JsonNode gone = ops.applied(Ops.ticket(company));
            copy.follow();
            lead.applied(Ops.delete(gone));
            copy.follow();
        }
        copy.reconcile();
        assertEquals(copy(scope).state(), copy.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "companies=%1$s", "companies=none&mine=true", "companies=%1$s,%2$s&mine=true&days=20"})
    void aSnapshotThatIsCutOffGoesOnBehindItsMarkWhateverIsWrittenInBetween(String form) throws Exception {
        String scope = form.formatted(companies.get(0), companies.get(1));
        Replica copy = new Replica(api, scope);
        int cut = 0;
        String me = server.technician().toString();
        while (!copy.hasMark()) {
            copy.snapshotCutAfter(cut += 200);
        }
        // Before the mark and behind it, in the scope and out of it.
        for (String company : companies) {
            JsonNode ticket = ops.applied(Ops.ticket(company));
            ops.applied(Ops.note(ticket.get("id").textValue(), "internal", "New."));
            ops.applied(Ops.update(ticket).set("assigneeId", me));
            JsonNode gone = ops.applied(Ops.ticket(company));
            lead.applied(Ops.delete(gone));
            for (String id : server.sql("select id from record where kind = 'asset' and deleted_at is null"
                    + " and company_id = '" + company + "' order by id limit 2")) {
                ops.applied(Ops.update(api.get("/v1/assets/" + id).json()).set("location", "Moved " + Ops.newId()));
            }
        }
        copy.snapshot();
        copy.follow();
        copy.reconcile();
        assertEquals(copy(scope).state(), copy.state());
    }

    @Test
    void aMarkBelongsToWhatWasAskedFor() {
        Replica copy = new Replica(api, "companies=none");
        copy.snapshot();
        String mark = api.get("/v1/snapshot?companies=none")
                .body()
                .lines()
                .filter(line -> line.startsWith("{\"mark\""))
                .findFirst()
                .map(line -> Json.parseStored(line).get("mark").textValue())
                .orElseThrow();
        api.get("/v1/snapshot?companies=none&after=" + mark).expect(200);
        api.get("/v1/snapshot?after=" + mark).expect(400, "validation_failed");
        api.get("/v1/snapshot?after=" + mark + "&days=3").expect(400, "validation_failed");
        api.get("/v1/snapshot?after=AAAA").expect(400, "validation_failed");
        byte[] other = java.util.Base64.getUrlDecoder().decode(mark);
        other[0] ^= 1;
        api.get("/v1/snapshot?companies=none&after="
                        + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(other))
                .expect(410, "epoch_changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "companies=%1$s&days=20&mine=true"})
    void theDigestIsThatOfTheCopy(String form) throws Exception {
        String scope = form.formatted(companies.get(0));
        Replica copy = copy(scope);
        JsonNode digests = api.get("/v1/digests?" + scope).expect(200).json();
        assertEquals(copy.cursor(), digests.get("cursor").textValue());
        Map<String, Long> counts = new HashMap<>();
        Map<String, Long> hashes = new HashMap<>();
        copy.records().forEach((id, record) -> {
            String kind = record.get("kind").textValue();
            counts.merge(kind, 1L, Long::sum);
            byte[] text = (id + ":" + record.get("version").longValue() + ":"
                            + record.get("seq").longValue())
                    .getBytes(StandardCharsets.US_ASCII);
            long hash = ByteBuffer.wrap(Hashes.newSha256().digest(text)).getLong();
            hashes.merge(kind, hash, (a, b) -> a ^ b);
        });
        digests.get("kinds").properties().forEach(kind -> {
            assertEquals(
                    counts.getOrDefault(kind.getKey(), 0L),
                    kind.getValue().get("count").longValue(),
                    kind.getKey());
            assertEquals(
                    HexFormat.of().toHexDigits(hashes.getOrDefault(kind.getKey(), 0L)),
                    kind.getValue().get("hash").textValue(),
                    kind.getKey());
        });
        assertTrue(counts.keySet().containsAll(Set.of("ticket", "note", "asset")));
    }

    @Test
    void liveIdsTellWhatIsThereInOrder() throws Exception {
        List<String> lines = api.get("/v1/live-ids?kind=ticket&companies=" + companies.get(0))
                .expect(200)
                .body()
                .lines()
                .toList();
        List<String> expected = server.sql("select '[\"' || id || '\",' || version || ',' || seq || ']' from record"
                + " where kind = 'ticket' and deleted_at is null and company_id = '" + companies.get(0)
                + "' order by id");
        assertEquals(expected, lines.subList(1, lines.size() - 1));
        assertEquals(
                expected.size(),
                Json.parseStored(lines.getLast()).at("/end/count").intValue());
        assertFalse(api.get("/v1/session")
                .json()
                .get("epoch")
                .equals(Json.parseStored(lines.getFirst()).at("/end/x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "companies=x",
                "companies=none,none",
                "days=0",
                "days=3651",
                "days=x",
                "since=yesterday",
                "since=0001-01-01",
                "since=2026-01-01&days=3",
                "mine=yes"
            })
    void whatIsNoScopeIsRefused(String scope) {
        for (String path : List.of("/v1/snapshot?", "/v1/digests?", "/v1/live-ids?kind=ticket&")) {
            api.get(path + scope).expect(400, "validation_failed");
        }
        api.get("/v1/live-ids").expect(400, "validation_failed");
        api.get("/v1/live-ids?kind=ticket,note").expect(400, "validation_failed");
    }

    /** A scope never opens what is out of reach. */
    @Test
    void whoSeesOneCompanyGetsNothingOfAnotherByAskingForIt() throws Exception {
        Api ann = server.signedIn("Ann", Role.TECHNICIAN, UUID.fromString(companies.get(0)));
        Replica copy = new Replica(ann, "companies=" + companies.get(1) + "&mine=true");
        copy.snapshot();
        Set<UUID> foreign = ids("company_id = '" + companies.get(1) + "'");
        assertTrue(copy.records().keySet().stream().noneMatch(foreign::contains));
        assertEquals(
                0,
                ann.get("/v1/digests?companies=" + companies.get(1))
                        .json()
                        .at("/kinds/ticket/count")
                        .intValue());
    }

    private Replica copy(String scope) {
        Replica copy = new Replica(api, scope);
        copy.snapshot();
        return copy;
    }

    private Set<UUID> ids(String condition) throws Exception {
        return server.sql("select id from record where deleted_at is null and (" + condition + ")").stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
