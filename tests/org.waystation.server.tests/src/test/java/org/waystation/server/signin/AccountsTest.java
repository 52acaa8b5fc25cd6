package org.waystation.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waystation.server.signin.Person.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.Api;
import org.waystation.server.Api.Reply;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.account.Accounts;
import org.waystation.server.account.Passwords;
import org.waystation.server.session.Role;

/** Personal tokens, passwords, who decides over whom, and what is written down. */
@ExtendWith(ServerExtension.class)
class AccountsTest {

    private final TestServer server;

    AccountsTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aScriptWorksWithAPersonalTokenUntilItIsEnded() throws Exception {
        Person kit = Person.with(server, Role.READ_ONLY);
        Api api = kit.as(access(kit.tokens()));
        JsonNode made = api.post("/v1/tokens", "{\"label\":\"nightly report\",\"days\":30}")
                .expect(201)
                .json();
        String token = made.get("token").textValue();
        assertTrue(token.startsWith("wsp_"));
        Api script = kit.as(token);
        script.get("/v1/tickets?limit=1").expect(200);
        JsonNode listed = api.get("/v1/tokens").expect(200).json().at("/items/0");
        assertFalse(listed.has("token"), "it is shown once");
        assertTrue(listed.has("lastUsedAt"));
        assertEquals(List.of(), server.sql("select 1 from api_token where hash::text like '%" + token + "%'"));
        api.send(api.request("/v1/tokens/" + made.get("id").textValue())
                        .DELETE()
                        .build())
                .expect(204);
        script.get("/v1/session").expect(401, "token_invalid");
        assertTrue(server.sql("select kind from security_event where user_id = '" + kit.id + "'")
                .containsAll(List.of("personal_token_created", "personal_token_used", "personal_token_revoked")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"label\":\"\",\"days\":3}",
                "{\"label\":\"x\",\"days\":0}",
                "{\"label\":\"x\",\"days\":366}"
            })
    void aTokenWithoutNameOrEndIsRefused(String body) {
        server.api().post("/v1/tokens", body).expect(400, "validation_failed");
    }

    @Test
    void aLeadChangesWhoMayWhatAndItIsWrittenDown() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Api own = kit.as(access(kit.tokens()));
        String company = server.sql("select id from record where kind = 'company' limit 1")
                .getFirst();
        String body = "{\"role\":\"dispatcher\",\"allCompanies\":false,\"companies\":[\"" + company + "\"]}";
        put(own, kit.id, body).expect(403, "forbidden");
        Reply changed = put(server.api(), kit.id, body).expect(200);
        assertEquals("dispatcher", changed.json().get("role").asText());
        assertEquals("dispatcher", own.get("/v1/session").json().get("role").asText());
        assertEquals(1, own.get("/v1/companies").json().get("items").size());
        put(server.api(), kit.id, body.replace(company, UUID.randomUUID().toString()))
                .expect(400, "validation_failed");
        put(server.api(), kit.id, body.replace("dispatcher", "king")).expect(400, "validation_failed");
        put(server.api(), kit.id, "{\"role\":\"customer_admin\",\"allCompanies\":true,\"companies\":[]}")
                .expect(400, "validation_failed");
        put(server.api(), server.technician(), body).expect(403, "forbidden");
        JsonNode events = server.api()
                .get("/v1/security-events?limit=1000")
                .expect(200)
                .json()
                .get("items");
        assertTrue(has(events, "access_changed", kit.id), events::toString);
        assertTrue(has(events, "access_denied", kit.id), events::toString);
        own.get("/v1/security-events").expect(403, "forbidden");
    }

    private static boolean has(JsonNode events, String kind, UUID person) {
        for (JsonNode event : events) {
            boolean about = event.path("aboutId").asText().equals(person.toString())
                    || event.path("userId").asText().equals(person.toString());
            if (about && event.get("kind").asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aLeadSignsSomebodyOutEverywhere() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Api own = kit.as(access(kit.tokens()));
        String script = own.post("/v1/tokens", "{\"label\":\"x\",\"days\":3}")
                .json()
                .get("token")
                .textValue();
        Api lead = server.api();
        lead.send(lead.request("/v1/users/" + kit.id + "/sign-ins").DELETE().build())
                .expect(204);
        own.get("/v1/session").expect(401, "access_revoked");
        kit.as(script).get("/v1/session").expect(401, "token_invalid");
    }

    /** Who waits for news is not left waiting: the stream ends, and whoever comes again is told. */
    @Test
    void aStreamOfNewsEndsWithTheAccess() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Api own = kit.as(access(kit.tokens()));
        String cursor = own.get("/v1/digests?kinds=team").json().get("cursor").textValue();
        try (BufferedReader news = new BufferedReader(
                new InputStreamReader(own.open("/v1/events?cursor=" + cursor), StandardCharsets.UTF_8))) {
            assertEquals(": waiting", news.readLine());
            Api lead = server.api();
            lead.send(lead.request("/v1/users/" + kit.id + "/sign-ins").DELETE().build())
                    .expect(204);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> news.lines().toList());
        }
        own.get("/v1/events?cursor=" + cursor).expect(401, "access_revoked");
        // Another scope ends it too, and the cursor is void then.
        Person ann = Person.with(server, Role.TECHNICIAN);
        Api anns = ann.as(access(ann.tokens()));
        try (BufferedReader news = new BufferedReader(
                new InputStreamReader(anns.open("/v1/events?cursor=" + cursor), StandardCharsets.UTF_8))) {
            // That it was opened; the person's own record may be news already.
            assertFalse(news.readLine().isEmpty());
            server.database().inTransaction(connection -> {
                new Accounts().setAccess(connection, ann.id, Role.READ_ONLY, true, Set.of());
                return ann;
            });
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> news.lines().toList());
        }
        anns.get("/v1/events?cursor=" + cursor).expect(410, "scope_changed");
    }

    @Test
    void aLinkSetsAPasswordOnceAndSignsOutWhoKnewTheOldOne() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Api before = kit.as(access(kit.tokens()));
        String code = server.database().inTransaction(connection -> new Links().forPassword(connection, kit.id));
        Reply page = kit.get("/password?code=" + code).expect(200);
        kit.submit(page, "/password", Map.of("password", "short", "again", "short"))
                .expect(403);
        kit.submit(page, "/password", Map.of("password", "nine busy herons", "again", "nine busy heron"))
                .expect(403);
        kit.submit(page, "/password", Map.of("password", "nine busy herons", "again", "nine busy herons"))
                .expect(200);
        kit.submit(page, "/password", Map.of("password", "ten busy herons!", "again", "ten busy herons!"))
                .expect(404);
        kit.get("/password?code=" + code).expect(404);
        before.get("/v1/session").expect(401, "token_invalid");
        kit.trySignIn(Person.PASSWORD).expect(403);
        kit.trySignIn("nine busy herons").expect(303);
    }

    @Test
    void aServerThatHasAccountsIsNotSetUpAgain() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        String code = server.database().inTransaction(connection -> new Links().forSetUp(connection));
        kit.get("/setup?code=" + code).expect(404);
        kit.get("/setup").expect(404);
    }

    @Test
    void passwordsAreHashedAsTheReferenceProgramDoes() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("correct horse battery");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(passwords.matches("correct horse battery", Optional.of(hash)));
        assertFalse(passwords.matches("correct horse batterY", Optional.of(hash)));
        assertFalse(passwords.matches("correct horse battery", Optional.empty()));
        assertFalse(hash.equals(passwords.hash("correct horse battery")), "every hash has a salt of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "kit.marlowe is mine"})
    void aPasswordThatIsEasilyGuessedIsRefused(String password) {
        assertTrue(new Passwords().problem(password, "kit.marlowe@x.example").isPresent());
    }

    private static Reply put(Api api, UUID user, String body) {
        return api.send(api.request("/v1/users/" + user + "/access", "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
