package org.waystation.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waystation.server.signin.Person.access;
import static org.waystation.server.signin.Person.refreshToken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.server.Api;
import org.waystation.server.Api.Reply;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.session.Role;

/** Signing in with a browser, staying signed in, signing out, and what thieves get. */
@ExtendWith(ServerExtension.class)
class SignInTest {

    private final TestServer server;

    SignInTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aBrowserSignsAWorkstationIn() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply tokens = kit.tokens();
        assertEquals(600, tokens.json().get("expires_in").intValue());
        JsonNode session = kit.as(access(tokens)).get("/v1/session").expect(200).json();
        assertEquals(kit.id.toString(), session.at("/user/id").asText());
        assertEquals("technician", session.get("role").asText());
        JsonNode signIns =
                kit.as(access(tokens)).get("/v1/sign-ins").expect(200).json().get("items");
        assertEquals(1, signIns.size());
        assertEquals("Waystation on <b>desk</b>", signIns.get(0).get("device").asText());
        assertEquals(List.of("signed_in"), events(kit));
    }

    @Test
    void thePageIsOneThatNobodyCanAbuse() throws Exception {
        Reply page = Person.with(server, Role.TECHNICIAN).signInPage();
        assertFalse(page.body().contains("<script"));
        assertFalse(page.body().contains("<b>desk"), "what a program says of itself is text");
        assertTrue(page.header("Content-Security-Policy").orElseThrow().startsWith("default-src 'none';"));
        assertEquals("DENY", page.header("X-Frame-Options").orElseThrow());
        assertEquals("no-store", page.header("Cache-Control").orElseThrow());
        assertEquals("no-referrer", page.header("Referrer-Policy").orElseThrow());
        assertTrue(page.header("Set-Cookie").orElseThrow().contains("HttpOnly; SameSite=Strict"));
        assertEquals("nosniff", page.header("X-Content-Type-Options").orElseThrow());
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyIn() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("request", Person.form(kit.authorizeQuery()));
        form.put("email", kit.email);
        form.put("password", Person.PASSWORD);
        form.put("answer", "allow");
        kit.post("/oauth/authorize", form).expect(403, "forbidden");
        form.put("form", "A".repeat(43));
        kit.post("/oauth/authorize", form, "Cookie", "waystation_form=" + "B".repeat(43))
                .expect(403, "forbidden");
        kit.post(
                        "/oauth/authorize",
                        form,
                        "Cookie",
                        "waystation_form=" + "A".repeat(43),
                        "Sec-Fetch-Site",
                        "cross-site")
                .expect(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri,http://evil.example/signed-in",
        "redirect_uri,https://127.0.0.1:40123/signed-in",
        "redirect_uri,http://127.0.0.1.evil.example:80/",
        "redirect_uri,http://localhost:40123/signed-in",
        "redirect_uri,http://user@127.0.0.1:40123/",
        "client_id,somebody-else",
        "response_type,token",
        "code_challenge_method,plain",
        "code_challenge,",
        "state,",
    })
    void aRequestThatIsNotOursIsToldOnThePageAndSentNowhere(String name, String value) throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Map<String, String> query = kit.authorizeQuery();
        if (value == null) {
            query.remove(name);
        } else {
            query.put(name, value);
        }
        Reply reply = kit.get("/oauth/authorize?" + Person.form(query)).expect(400, "bad_request");
        assertTrue(reply.header("Location").isEmpty());
    }

    @Test
    void cancellingIsToldToTheProgram() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Map<String, String> answer = Person.answer(kit.submit(
                kit.signInPage(), "/oauth/authorize", Map.of("email", "", "password", "", "answer", "deny")));
        assertEquals("access_denied", answer.get("error"));
        assertEquals("s-" + kit.id, answer.get("state"));
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier,wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww,invalid_grant",
        "redirect_uri,http://127.0.0.1:40124/signed-in,invalid_grant",
        "client_id,somebody-else,invalid_client",
        "grant_type,urn:example:nothing,unsupported_grant_type",
    })
    void aStolenCodeGivesNothing(String name, String value, String error) throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply reply = kit.redeem(kit.code(), Map.of(name, value)).expect(400);
        assertEquals(error, reply.json().get("error").asText(), reply::body);
    }

    @Test
    void aCodeThatComesAgainEndsWhatItGave() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        String code = kit.code();
        Reply tokens = kit.redeem(code).expect(200);
        kit.redeem(code).expect(400);
        kit.as(access(tokens)).get("/v1/session").expect(401, "token_invalid");
        kit.refresh(refreshToken(tokens)).expect(400);
    }

    @Test
    void aRefreshTokenThatComesAgainEndsTheSignIn() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply first = kit.tokens();
        Reply second = kit.refresh(refreshToken(first)).expect(200);
        Reply third = kit.refresh(refreshToken(second)).expect(200);
        kit.as(access(third)).get("/v1/session").expect(200);
        kit.refresh(refreshToken(first)).expect(400);
        kit.as(access(third)).get("/v1/session").expect(401, "token_invalid");
        kit.refresh(refreshToken(third)).expect(400);
        assertTrue(events(kit).contains("token_reused"), () -> events(kit).toString());
    }

    @Test
    void anAnswerThatWasLostIsGivenAnew() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply first = kit.tokens();
        Reply lost = kit.refresh(refreshToken(first)).expect(200);
        Reply again = kit.refresh(refreshToken(first)).expect(200);
        kit.as(access(again)).get("/v1/session").expect(200);
        kit.refresh(refreshToken(lost)).expect(400);
        kit.refresh(refreshToken(again)).expect(200);
    }

    @Test
    void theGraceForLostAnswersIsShort() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply first = kit.tokens();
        Reply second = kit.refresh(refreshToken(first)).expect(200);
        server.sql("update refresh_token set used_at = used_at - interval '3 minutes' where used_at is not null"
                + " and sign_in_id in (select id from sign_in where user_id = '" + kit.id + "')");
        kit.refresh(refreshToken(first)).expect(400);
        kit.as(access(second)).get("/v1/session").expect(401, "token_invalid");
    }

    @Test
    void signingOutEndsBothTokensAtOnce() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply tokens = kit.tokens();
        kit.post("/oauth/revoke", Map.of("token", refreshToken(tokens))).expect(200);
        kit.as(access(tokens)).get("/v1/session").expect(401, "token_invalid");
        kit.refresh(refreshToken(tokens)).expect(400);
        kit.post("/oauth/revoke", Map.of("token", refreshToken(tokens))).expect(200);
    }

    @Test
    void aLostMachineIsSignedOutFromAnother() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply lost = kit.tokens();
        Reply here = kit.tokens();
        Api api = kit.as(access(here));
        String id = api.get("/v1/sign-ins").json().at("/items/1/id").asText();
        api.send(api.request("/v1/sign-ins/" + id).DELETE().build()).expect(204);
        kit.as(access(lost)).get("/v1/session").expect(401, "access_revoked");
        // Also when it comes back long after its access token has ended.
        Reply refused = kit.refresh(refreshToken(lost)).expect(400);
        assertEquals("invalid_grant", refused.json().get("error").textValue());
        assertEquals("access_revoked", refused.json().get("code").textValue());
        api.get("/v1/session").expect(200);
        Person other = Person.with(server, Role.TECHNICIAN);
        Api stranger = other.as(access(other.tokens()));
        String mine = api.get("/v1/sign-ins").json().at("/items/0/id").asText();
        stranger.send(stranger.request("/v1/sign-ins/" + mine).DELETE().build()).expect(404, "not_found");
    }

    @Test
    void anAccessTokenThatIsTooOldIsToldApartFromOneThatIsNone() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply tokens = kit.tokens();
        server.sql("update api_token set expires_at = now() where user_id = '" + kit.id + "'");
        kit.as(access(tokens)).get("/v1/session").expect(401, "token_expired");
        kit.as(access(kit.refresh(refreshToken(tokens)).expect(200)))
                .get("/v1/session")
                .expect(200);
    }

    @Test
    void wrongPasswordsMakeWaitAlsoForTheRightOne() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        for (int i = 0; i < 4; i++) {
            kit.trySignIn("wrong " + i).expect(403);
        }
        Reply fifth = kit.trySignIn("wrong again").expect(429);
        assertEquals("2", fifth.header("Retry-After").orElseThrow());
        kit.trySignIn(Person.PASSWORD).expect(429);
        server.sql("update sign_in_failure set locked_until = now()");
        Reply sixth = kit.trySignIn("wrong once more").expect(429);
        assertEquals("4", sixth.header("Retry-After").orElseThrow());
        server.sql("update sign_in_failure set locked_until = now()");
        kit.trySignIn(Person.PASSWORD).expect(303);
        assertEquals(
                List.of("sign_in_failed", "sign_in_locked"),
                events(kit).stream().distinct().sorted().toList());
    }

    @Test
    void anAddressWithoutAnAccountBehavesLikeOneWith() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        String nobody = "nobody-" + kit.id + "@x.example";
        Reply wrong = null;
        for (int i = 0; i < 5; i++) {
            wrong = kit.submit(
                    kit.signInPage(),
                    "/oauth/authorize",
                    Map.of("email", nobody, "password", Person.PASSWORD, "answer", "allow"));
        }
        assertEquals(429, wrong.status());
    }

    @Test
    void whoIsDisabledIsOutAtOnce() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        Reply tokens = kit.tokens();
        server.database().inTransaction(connection -> {
            new org.waystation.server.account.Accounts().setDisabled(connection, kit.id, true);
            return kit;
        });
        kit.as(access(tokens)).get("/v1/session").expect(401, "access_revoked");
        assertEquals(
                "access_revoked",
                kit.refresh(refreshToken(tokens)).expect(400).json().get("code").textValue());
        kit.trySignIn(Person.PASSWORD).expect(403);
    }

    @Test
    void aDeviceWithoutABrowserIsSignedInByItsCode() throws Exception {
        Person kit = Person.with(server, Role.TECHNICIAN);
        JsonNode begun = kit.post(
                        "/oauth/device_authorization",
                        Map.of("client_id", "waystation-workstation", "device_name", "rack console"))
                .expect(200)
                .json();
        String device = begun.get("device_code").asText();
        assertEquals(
                "authorization_pending",
                kit.poll(device).expect(400).json().get("error").asText());
        assertEquals(
                "slow_down", kit.poll(device).expect(400).json().get("error").asText());
        String code = begun.get("user_code").asText();
        Reply first = kit.get("/oauth/device").expect(200);
        kit.submit(first, "/oauth/device", Map.of("user_code", "BBBB-BBBB", "answer", "continue"))
                .expect(403);
        Reply second = kit.submit(
                        first,
                        "/oauth/device",
                        Map.of("user_code", code.toLowerCase(java.util.Locale.ROOT), "answer", "continue"))
                .expect(200);
        assertTrue(second.body().contains("rack console"), second::body);
        Map<String, String> typed =
                Map.of("user_code", code, "email", kit.email, "password", Person.PASSWORD, "answer", "allow");
        kit.submit(second, "/oauth/device", typed).expect(200);
        Reply tokens = kit.poll(device).expect(200);
        kit.as(access(tokens)).get("/v1/session").expect(200);
        assertEquals(
                "expired_token",
                kit.poll(device).expect(400).json().get("error").asText());
    }

    private List<String> events(Person person) {
        try {
            return server.sql("select kind from security_event where user_id = '" + person.id + "' order by id");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
