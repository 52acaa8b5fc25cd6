package org.waystation.server.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.record.Cursor;
import org.waystation.server.record.Json;

@ExtendWith(ServerExtension.class)
class EventsTest {

    @Test
    void newsComeWhenSomethingIsCommitted(TestServer server) throws Exception {
        Ops ops = new Ops(server.api());
        String company = ops.company("Kestrel Foods");
        String cursor = lastCursor(server);
        try (BufferedReader events = open(server, cursor)) {
            assertEquals(": waiting", events.readLine(), "the stream says at once that it stands");
            assertEquals("", events.readLine());
            JsonNode ticket = ops.applied(Ops.ticket(company));
            assertEquals(ticket.get("seq").longValue(), nextNews(events));
            JsonNode second = ops.applied(Ops.ticket(company));
            assertEquals(second.get("seq").longValue(), nextNews(events));
        }
    }

    @Test
    void whatIsAlreadyNewerIsToldAtOnce(TestServer server) throws Exception {
        Ops ops = new Ops(server.api());
        String cursor = lastCursor(server);
        JsonNode ticket = ops.applied(Ops.ticket(ops.company("Kestrel Foods")));
        try (BufferedReader events = open(server, cursor)) {
            assertTrue(nextNews(events) >= ticket.get("seq").longValue());
        }
    }

    @Test
    void whatAnotherServerOnTheDatabaseCommitsIsToldToo(TestServer server) throws Exception {
        String cursor = lastCursor(server);
        try (BufferedReader events = open(server, cursor)) {
            long head = Long.parseLong(server.sql("select seq from feed_head").getFirst());
            server.sql("select pg_notify('waystation_news', '" + (head + 5) + "')");
            assertEquals(head + 5, nextNews(events));
        }
    }

    private static String lastCursor(TestServer server) throws Exception {
        String epoch = server.sql("select epoch from server_meta").getFirst();
        long head = Long.parseLong(server.sql("select seq from feed_head").getFirst());
        return new Cursor(UUID.fromString(epoch), head, 0).encode();
    }

    private static BufferedReader open(TestServer server, String cursor) throws Exception {
        return new BufferedReader(
                new InputStreamReader(server.api().open("/v1/events?cursor=" + cursor), StandardCharsets.UTF_8));
    }

    private static long nextNews(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (!line.startsWith("event:")) {
            line = events.readLine();
        }
        assertEquals("event: news", line);
        String data = events.readLine();
        assertTrue(data.startsWith("data: "), data);
        return Json.parseStored(data.substring("data: ".length())).get("seq").longValue();
    }
}
