package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** Requests are counted by workstation and by account, over all servers on a database. */
@ExtendWith(ServerExtension.class)
class QuotasTest {

    private static final int LIMIT = 100;

    private final TestServer server;

    QuotasTest(TestServer server) {
        this.server = server;
    }

    @Test
    void twoServersGiveOutNoMoreThanOne() throws Exception {
        Quotas one = new Quotas(server.database(), LIMIT);
        Quotas other = new Quotas(server.database(), LIMIT);
        String holder = "test " + UUID.randomUUID();
        long began = System.nanoTime();
        int granted = 0;
        Quotas.Turn last = one.take(holder, LIMIT);
        for (int i = 1; i < 3 * LIMIT; i++) {
            granted += last.granted() ? 1 : 0;
            last = (i % 2 == 0 ? one : other).take(holder, LIMIT);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(granted >= LIMIT - 10, granted + " were granted");
        assertTrue(granted <= LIMIT + seconds * LIMIT / 60 + 1, granted + " were granted in " + seconds + " s");
        assertFalse(last.granted());
        assertEquals(0, last.left());
        assertTrue(last.seconds() >= 1 && last.seconds() <= 2, last::toString);
    }

    @Test
    void turnsComeBackWithTime() throws Exception {
        Quotas quotas = new Quotas(server.database(), LIMIT);
        String holder = "test " + UUID.randomUUID();
        while (quotas.take(holder, LIMIT).granted()) {
            continue;
        }
        server.sql("update quota set at = at - interval '30 seconds' where holder = '" + holder + "' returning 1");
        Quotas later = new Quotas(server.database(), LIMIT);
        int granted = 0;
        while (later.take(holder, LIMIT).granted()) {
            granted++;
        }
        assertTrue(granted >= LIMIT / 2 && granted <= LIMIT / 2 + 5, granted + " were granted");
    }

    @Test
    void whoIsRefusedAsksTheDatabaseNoMore() throws Exception {
        Quotas quotas = new Quotas(server.database(), 1);
        String holder = "test " + UUID.randomUUID();
        assertTrue(quotas.take(holder, 1).granted());
        assertFalse(quotas.take(holder, 1).granted());
        server.sql("update quota set level = 0 where holder = '" + holder + "' returning 1");
        assertFalse(quotas.take(holder, 1).granted(), "it was asked again at once");
    }

    @Test
    void aWorkstationIsToldOfItsOwnTurnsAndTheAccountOfAll() {
        Api api = server.api();
        String mine = UUID.randomUUID().toString();
        Api.Reply reply = api.get("/v1/session", Quotas.WORKSTATION_ID, mine).expect(200);
        assertTrue(
                reply.header("RateLimit-Policy")
                        .orElseThrow()
                        .matches("\"workstation\";q=\\d+;w=60, \"account\";q=\\d+;w=60"),
                reply::toString);
        assertTrue(reply.header("RateLimit").orElseThrow().startsWith("\"workstation\";r="), reply::toString);
        api.get("/v1/session", Quotas.WORKSTATION_ID, "no id").expect(400, "validation_failed");
    }
}
