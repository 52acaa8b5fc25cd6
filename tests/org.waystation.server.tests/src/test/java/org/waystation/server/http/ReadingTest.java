package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;

@ExtendWith(ServerExtension.class)
class ReadingTest {

    static Stream<KindDefinition> kinds() {
        return Kinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allRecordsOfAKindComeOnceByPages(KindDefinition kind, TestServer server) throws SQLException {
        Set<String> seen = new HashSet<>();
        String last = "";
        String next = "";
        do {
            JsonNode page = server.api()
                    .get("/v1/" + kind.path() + "?limit=700" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .json();
            for (JsonNode item : page.get("items")) {
                assertTrue(last.compareTo(item.get("id").textValue()) < 0);
                last = item.get("id").textValue();
                seen.add(last);
            }
            next = page.get("next").isNull() ? "" : page.get("next").textValue();
        } while (!next.isEmpty());
        List<String> live =
                server.sql("select id from record where deleted_at is null and kind = '" + kind.kind() + "'");
        assertFalse(live.isEmpty());
        assertEquals(new HashSet<>(live), seen);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneRecordIsReadWithATagThatSavesReadingItAgain(KindDefinition kind, TestServer server) {
        JsonNode first =
                server.api().get("/v1/" + kind.path() + "?limit=1").json().at("/items/0");
        String path = "/v1/" + kind.path() + "/" + first.get("id").textValue();
        Api.Reply reply = server.api().get(path).expect(200);
        assertEquals(first, reply.json());
        String tag = reply.header("ETag").orElseThrow();
        server.api().get(path, "If-None-Match", tag).expect(304);
        server.api().get(path, "If-None-Match", "\"other\", W/" + tag).expect(304);
        server.api().get(path, "If-None-Match", tag, "Accept-Encoding", "gzip").expect(304);
        server.api().get(path, "If-None-Match", "\"other\"").expect(200);
    }

    @Test
    void theTagChangesWithFieldsThatTheServerKeeps(TestServer server) {
        Ops ops = new Ops(server.api());
        JsonNode ticket = ops.applied(Ops.ticket(ops.company("Kestrel Foods")));
        String path = "/v1/tickets/" + ticket.get("id").textValue();
        String tag = server.api().get(path).header("ETag").orElseThrow();
        ops.applied(Ops.note(ticket.get("id").textValue(), "public", "On it."));
        Api.Reply after = server.api().get(path, "If-None-Match", tag).expect(200);
        assertEquals(ticket.get("version"), after.json().get("version"));
        assertNotEquals(Optional.of(tag), after.header("ETag"));
    }

    @Test
    void aRecordOfAnotherKindIsNotFound(TestServer server) {
        String company = new Ops(server.api()).company("Kestrel Foods");
        server.api().get("/v1/tickets/" + company).expect(404, "not_found");
        server.api().get("/v1/tickets/" + company + "/notes").expect(404, "not_found");
    }

    @Test
    void listingsAreNarrowedByFields(TestServer server) throws SQLException {
        String company = new Ops(server.api()).company("Oak & Ember");
        assertCount(server, "contacts?companyId=" + company, "kind = 'contact' and company_id = '" + company + "'");
        String me = server.technician().toString();
        assertCount(
                server,
                "tickets?assigneeId=" + me + "&status=in_progress,scheduled",
                "kind = 'ticket' and data ->> 'assigneeId' = '" + me
                        + "' and data ->> 'status' in ('in_progress', 'scheduled')");
        String asset = server.sql(
                        "select data ->> 'assetId' from record where kind = 'ticket' and data ? 'assetId' limit 1")
                .getFirst();
        assertCount(server, "tickets?assetId=" + asset, "kind = 'ticket' and data ->> 'assetId' = '" + asset + "'");
        String contact = server.sql(
                        "select data ->> 'contactId' from record where kind = 'ticket' and data ? 'contactId' limit 1")
                .getFirst();
        assertCount(
                server, "tickets?contactId=" + contact, "kind = 'ticket' and data ->> 'contactId' = '" + contact + "'");
        assertCount(server, "tickets?number=48213", "kind = 'ticket' and (data ->> 'number') = '48213'");
        assertCount(server, "tickets?number=1", "false");
        assertCount(
                server,
                "tickets?status=new,new,scheduled,waiting_vendor",
                "kind = 'ticket' and data ->> 'status' in ('new', 'scheduled', 'waiting_vendor')");
    }

    @Test
    void notesAndTimesOfATicket(TestServer server) throws SQLException {
        JsonNode ticket = server.api().get("/v1/tickets?number=48213").json().at("/items/0");
        String id = ticket.get("id").textValue();
        assertCount(server, "tickets/" + id + "/notes", "kind = 'note' and data ->> 'ticketId' = '" + id + "'");
        assertCount(
                server, "tickets/" + id + "/time-entries", "kind = 'timeEntry' and data ->> 'ticketId' = '" + id + "'");
        assertCount(server, "notes?ticketId=" + id, "kind = 'note' and data ->> 'ticketId' = '" + id + "'");
    }

    private static void assertCount(TestServer server, String path, String condition) throws SQLException {
        JsonNode items = server.api()
                .get("/v1/" + path + (path.contains("?") ? "&" : "?") + "limit=1000")
                .expect(200)
                .json()
                .get("items");
        String expected = server.sql("select count(*) from record where deleted_at is null and " + condition)
                .getFirst();
        assertEquals(expected, Integer.toString(items.size()));
    }
}
