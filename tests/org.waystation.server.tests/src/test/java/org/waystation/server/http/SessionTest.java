package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.conformance.Contract;
import org.waystation.server.Api;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.session.Tokens;

@ExtendWith(ServerExtension.class)
class SessionTest {

    @Test
    void healthAndTheDescriptionNeedNoToken(TestServer server) {
        Api nobody = server.api().as(Optional.empty());
        assertEquals(
                "ok", nobody.get("/health").expect(200).json().path("status").asText());
        assertEquals(Contract.text(), nobody.get("/v1/openapi.yaml").expect(200).body());
    }

    @Test
    void theSessionSaysWhoAndWhere(TestServer server) {
        var session = server.api().get("/v1/session").expect(200).json();
        assertEquals("Tom Reyes", session.at("/user/name").asText());
        assertEquals(
                "tom.reyes@northwind-msp.example", session.at("/user/email").asText());
        assertEquals("Northwind MSP", session.path("provider").asText());
        Instant time = Instant.parse(session.path("serverTime").asText());
        assertTrue(Duration.between(time, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        assertEquals(
                "Mara Svensson",
                server.colleague().get("/v1/session").json().at("/user/name").asText());
    }

    @Test
    void withoutATokenNothingIsToldNotEvenWhichPathsExist(TestServer server) {
        Api nobody = server.api().as(Optional.empty());
        for (String path : new String[] {"/v1/session", "/v1/snapshot", "/v1/tickets", "/v1/there-is-no-such-path"}) {
            Api.Reply reply = nobody.get(path).expect(401, "token_missing");
            assertEquals(Optional.of("Bearer"), reply.header("WWW-Authenticate"));
        }
    }

    @Test
    void aWrongTokenIsRefused(TestServer server) {
        server.api().as(Optional.of("wrong")).get("/v1/session").expect(401, "token_invalid");
        server.api().as(Optional.of("")).get("/v1/session").expect(401, "token_invalid");
        server.api()
                .as(Optional.empty())
                .get("/v1/session", "Authorization", "Basic dG9tOnRvbQ==")
                .expect(401, "token_invalid");
    }

    @Test
    void aTokenExpires(TestServer server) throws SQLException {
        Tokens tokens = new Tokens(server.database());
        String token = tokens.issue("test:expiry", server.technician(), Optional.of(Duration.ofHours(1)));
        server.api().as(Optional.of(token)).get("/v1/session").expect(200);
        server.sql("update api_token set expires_at = now() - interval '1 second' where label = 'test:expiry'");
        server.api().as(Optional.of(token)).get("/v1/session").expect(401, "token_expired");
    }

    @Test
    void aNewTokenReplacesTheOneBefore(TestServer server) throws SQLException {
        Tokens tokens = new Tokens(server.database());
        String first = tokens.issue("test:replaced", server.technician(), Optional.empty());
        String second = tokens.issue("test:replaced", server.technician(), Optional.empty());
        assertFalse(first.equals(second));
        server.api().as(Optional.of(first)).get("/v1/session").expect(401, "token_invalid");
        server.api().as(Optional.of(second)).get("/v1/session").expect(200);
    }

    @Test
    void theDatabaseDoesNotHoldTokens(TestServer server) throws SQLException {
        String dump = String.join("\n", server.sql("select t::text from api_token t"));
        assertFalse(dump.contains(server.server().token()));
    }

    @Test
    void answersDoNotSayWhatTheServerIsMadeOf(TestServer server) {
        Api.Reply reply = server.api().get("/v1/session");
        assertEquals(Optional.empty(), reply.header("Server"));
        assertTrue(reply.header("Date").isPresent());
    }
}
