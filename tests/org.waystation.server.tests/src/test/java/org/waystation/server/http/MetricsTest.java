package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.session.Role;

@ExtendWith(ServerExtension.class)
class MetricsTest {

    @Test
    void countsAndTimesWithoutIdsForThoseWhoSeeEverything(TestServer server) throws Exception {
        String ticket = server.sql("select id from record where kind = 'ticket' limit 1")
                .getFirst();
        server.api().get("/v1/tickets/" + ticket).expect(200);
        String text = server.api().get("/metrics").expect(200).body();
        assertTrue(
                text.contains(
                        "waystation_http_requests_total{method=\"GET\",route=\"/v1/tickets/{id}\",status=\"200\"}"),
                text);
        assertTrue(text.contains("jvm_memory_used_bytes"), text);
        assertTrue(text.contains("waystation_event_streams"), text);
        assertFalse(text.contains(ticket));
        server.api().as(Optional.empty()).get("/metrics").expect(401, "token_missing");
        UUID company = UUID.fromString(server.sql("select id from record where kind = 'company' limit 1")
                .getFirst());
        server.signedIn("Ann", Role.TECHNICIAN, company).get("/metrics").expect(403, "forbidden");
    }
}
