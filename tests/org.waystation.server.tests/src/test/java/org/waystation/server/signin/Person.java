package org.waystation.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waystation.server.Api;
import org.waystation.server.Api.Reply;
import org.waystation.server.TestServer;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.account.Passwords;
import org.waystation.server.session.Role;

/** Somebody with a password, a browser and a workstation. */
final class Person {

    static final String PASSWORD = "seven quiet otters";
    static final String REDIRECT = "http://127.0.0.1:40123/signed-in";
    private static final String CLIENT = "waystation-workstation";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Api api;
    final UUID id = UUID.randomUUID();
    final String email = "kit-" + id + "@x.example";
    final String verifier = "v".repeat(20) + id.toString().replace("-", "");

    private Person(TestServer server) {
        this.api = server.api().as(Optional.empty());
    }

    static Person with(TestServer server, Role role) throws Exception {
        Person person = new Person(server);
        server.database().inTransaction(connection -> {
            new Accounts()
                    .create(
                            connection,
                            new Account(person.id, person.email, "Kit", role, true, java.util.Set.of(), false, true),
                            Optional.of(new Passwords().hash(PASSWORD)));
            return person;
        });
        return person;
    }

    String authorizePath() throws Exception {
        return "/oauth/authorize?" + form(authorizeQuery());
    }

    Map<String, String> authorizeQuery() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", CLIENT);
        query.put("redirect_uri", REDIRECT);
        query.put("state", "s-" + id);
        query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        query.put("code_challenge_method", "S256");
        query.put("device_name", "Waystation on <b>desk</b>");
        return query;
    }

    /** Fills in the form of a page and sends it, with the cookie that came with the page. */
    Reply submit(Reply page, String action, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(page.body());
        while (matcher.find()) {
            values.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
        }
        values.putAll(typed);
        String cookie = page.header("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return post(action, values, "Cookie", cookie);
    }

    Reply signInPage() throws Exception {
        return api.get(authorizePath()).expect(200);
    }

    Reply trySignIn(String password) throws Exception {
        return submit(
                signInPage(), "/oauth/authorize", Map.of("email", email, "password", password, "answer", "allow"));
    }

    /** The code that the browser brings to the workstation. */
    String code() throws Exception {
        Map<String, String> answer = answer(trySignIn(PASSWORD));
        assertEquals("s-" + id, answer.get("state"));
        return answer.get("code");
    }

    static Map<String, String> answer(Reply redirect) {
        redirect.expect(303);
        String location = redirect.header("Location").orElseThrow();
        assertTrue(location.startsWith(REDIRECT + "?"), location);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : URI.create(location).getRawQuery().split("&")) {
            values.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    Reply redeem(String code) {
        return redeem(code, Map.of());
    }

    Reply redeem(String code, Map<String, String> instead) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("grant_type", "authorization_code");
        values.put("code", code);
        values.put("client_id", CLIENT);
        values.put("redirect_uri", REDIRECT);
        values.put("code_verifier", verifier);
        values.putAll(instead);
        return post("/oauth/token", values);
    }

    Reply refresh(String token) {
        return post("/oauth/token", Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", CLIENT));
    }

    Reply poll(String deviceCode) {
        return post(
                "/oauth/token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        deviceCode,
                        "client_id",
                        CLIENT));
    }

    /** Signs in and returns the tokens' answer. */
    Reply tokens() throws Exception {
        return redeem(code()).expect(200);
    }

    Api as(String token) {
        return api.as(Optional.of(token));
    }

    Reply get(String path) {
        return api.get(path);
    }

    Reply post(String path, Map<String, String> values, String... headers) {
        return api.send(api.request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(values)))
                .build());
    }

    static String access(Reply tokens) {
        return tokens.json().get("access_token").textValue();
    }

    static String refreshToken(Reply tokens) {
        return tokens.json().get("refresh_token").textValue();
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
