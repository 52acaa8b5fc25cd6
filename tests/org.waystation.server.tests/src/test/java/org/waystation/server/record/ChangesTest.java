package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

@ExtendWith(ServerExtension.class)
class ChangesTest {

    private final TestServer server;
    private final Ops ops;
    private final String company;
    private final UUID epoch;

    ChangesTest(TestServer server) {
        this.server = server;
        this.ops = new Ops(server.api());
        this.company = ops.company("Kestrel Foods");
        this.epoch = UUID.fromString(
                server.api().get("/v1/session").json().get("epoch").textValue());
    }

    @Test
    void nothingNewIsSaidInFewBytes() throws SQLException {
        String cursor = cursor();
        Api.Reply reply = changes(cursor, 500);
        assertTrue(reply.body().length() < 200, reply.body());
        assertEquals(cursor, reply.json().get("cursor").textValue());
        assertFalse(reply.json().get("more").booleanValue());
    }

    @Test
    void changesComeInCommitOrderOnceEachAndTombstonesAmongThem() throws SQLException {
        String cursor = cursor();
        JsonNode first = ops.applied(Ops.ticket(company));
        JsonNode second = ops.applied(Ops.ticket(company));
        JsonNode edited = ops.applied(Ops.update(first).set("priority", "p1"));
        ops.applied(Ops.delete(second));
        JsonNode page = changes(cursor, 500).json();
        assertEquals(2, page.get("changes").size());
        assertEquals(edited, page.at("/changes/0"));
        assertEquals(second.get("id"), page.at("/changes/1/id"));
        assertTrue(page.at("/changes/1/deleted").booleanValue());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() throws SQLException {
        String cursor = cursor();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(ops.applied(Ops.ticket(company)).get("id").textValue());
        }
        List<String> read = new ArrayList<>();
        List<Boolean> more = new ArrayList<>();
        do {
            JsonNode page = changes(cursor, 3).json();
            page.get("changes").forEach(change -> read.add(change.get("id").textValue()));
            cursor = page.get("cursor").textValue();
            more.add(page.get("more").booleanValue());
        } while (more.getLast());
        assertEquals(made, read);
        assertEquals(List.of(true, true, false), more);
    }

    @Test
    void aPageOfLargeRecordsEndsEarly() throws SQLException {
        String ticket = ops.applied(Ops.ticket(company)).get("id").textValue();
        String cursor = cursor();
        String text = "x".repeat(100_000);
        for (int batch = 0; batch < 2; batch++) {
            Ops.Op[] notes = new Ops.Op[30];
            for (int i = 0; i < notes.length; i++) {
                notes[i] = Ops.note(ticket, "internal", text);
            }
            ops.send(notes);
        }
        JsonNode page = changes(cursor, 1000).json();
        assertTrue(page.get("more").booleanValue());
        assertTrue(page.get("changes").size() < 60);
        JsonNode rest = changes(page.get("cursor").textValue(), 1000).json();
        assertFalse(rest.get("more").booleanValue());
        // The ticket was touched by every note and comes once, with its last state.
        assertEquals(61, page.get("changes").size() + rest.get("changes").size());
    }

    @Test
    void aCursorOfAnotherHistoryIsGone() throws SQLException {
        server.api()
                .get("/v1/changes?cursor=" + new Cursor(UUID.randomUUID(), head(), 0).encode())
                .expect(410, "epoch_changed");
    }

    @Test
    void aCursorFromTheFutureOfARestoredBackupIsGone() throws SQLException {
        String future = new Cursor(epoch, head() + 1_000_000, 0).encode();
        server.api().get("/v1/changes?cursor=" + future).expect(410, "epoch_changed");
        server.api().get("/v1/events?cursor=" + future).expect(410, "epoch_changed");
    }

    @Test
    void aCursorBeforePurgedTombstonesIsTooOld() throws Exception {
        String before = cursor();
        JsonNode ticket = ops.applied(Ops.ticket(company));
        ops.applied(Ops.delete(ticket));
        String after = cursor();
        server.sql("update record set deleted_at = now() - interval '91 days' where id = '"
                + ticket.get("id").textValue() + "'");
        try (Connection connection = server.connection()) {
            new Tombstones().purge(connection, Duration.ofDays(90));
            new Tombstones().purge(connection, Duration.ofDays(90));
        }
        server.api().get("/v1/changes?cursor=" + before).expect(410, "cursor_expired");
        changes(after, 500);
        server.sql("update feed_head set oldest = 0");
    }

    private Api.Reply changes(String cursor, int limit) {
        return server.api()
                .get("/v1/changes?limit=" + limit + "&cursor=" + cursor)
                .expect(200);
    }

    private String cursor() throws SQLException {
        return new Cursor(epoch, head(), 0).encode();
    }

    private long head() throws SQLException {
        return Long.parseLong(server.sql("select seq from feed_head").getFirst());
    }
}
