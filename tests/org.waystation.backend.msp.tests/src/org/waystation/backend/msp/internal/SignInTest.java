package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.signin.SignInStatus.Phase;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.ServerConnection;

/** Signing in against a server that answers as the standard says, with the browser played by the test. */
@Timeout(120)
class SignInTest {

    @TempDir
    Path folder;

    private final BlockingQueue<SignInStatus> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerConnection> published = new LinkedBlockingQueue<>();
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private volatile int issued;
    private volatile boolean refuses;
    private volatile String refusal = "{\"error\":\"invalid_grant\"}";
    private TestServer server;
    private SignIn signIn;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.plain();
        server.answer = exchange -> {
            String path = exchange.getRequestURI().getPath();
            String base = server.uri().toString();
            if (path.endsWith("oauth-authorization-server")) {
                json(
                        exchange,
                        200,
                        "{\"issuer\":\"" + base + "\",\"authorization_endpoint\":\"" + base
                                + "oauth/authorize\",\"grant_types_supported\":[\"x\"]}");
            } else if (path.endsWith("token") && !refuses) {
                issued++;
                json(
                        exchange,
                        200,
                        "{\"access_token\":\"access-" + issued + "\",\"expires_in\":600,\"refresh_token\":\"refresh-"
                                + issued + "\",\"token_type\":\"Bearer\"}");
            } else if (path.endsWith("device_authorization")) {
                json(
                        exchange,
                        200,
                        "{\"device_code\":\"d\",\"user_code\":\"BCDF-GHJK\",\"verification_uri\":\"" + base
                                + "oauth/device\",\"interval\":0,\"expires_in\":600}");
            } else {
                json(exchange, refuses ? 400 : 200, refuses ? refusal : "{}");
            }
        };
        signIn = signIn();
    }

    private static void json(com.sun.net.httpserver.HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private SignIn signIn() {
        SignIn made = new SignIn(
                folder.resolve("sign-in.sealed"),
                new HttpClients(new Trust(Optional.empty())),
                clock(),
                "Waystation on a desk",
                connection -> {
                    published.add(connection);
                    return () -> published.remove(connection);
                });
        made.unlock(key());
        made.listen(Runnable::run, told::add);
        return made;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        key[3] = 7;
        return key;
    }

    @AfterEach
    void stop() {
        signIn.close();
        server.close();
    }

    @Test
    void theBrowserComesBackAndSignsIn() throws Exception {
        URI page = begin();
        Map<String, String> query = query(page);
        assertEquals("S256", query.get("code_challenge_method"));
        URI back = URI.create(query.get("redirect_uri"));
        assertEquals("127.0.0.1", back.getHost());
        String issuer = "&iss=" + server.uri();
        assertEquals(404, visit(back + "?code=c&state=wrong" + issuer), "another one's state changes nothing");
        assertEquals(404, visit(back.resolve("/elsewhere") + "?code=c&state=" + query.get("state") + issuer));
        assertEquals(200, visit(back + "?code=c&state=" + query.get("state") + issuer));
        assertEquals(Phase.SIGNED_IN, await(Phase.SIGNED_IN).phase());
        assertEquals("Bearer access-1", connection().access().token().authorization());
        assertThrows(IOException.class, () -> visit(back.toString()), "nothing listens any more");
        String sent = server.requests.getLast().body();
        assertTrue(sent.contains("code_verifier=") && sent.contains("code=c"), sent);
        String file = Files.readString(folder.resolve("sign-in.sealed"), StandardCharsets.ISO_8859_1);
        assertFalse(file.contains("refresh-1") || file.contains("127.0.0.1"), "sealed");
    }

    @Test
    void anotherServersAnswerIsNotTaken() throws Exception {
        Map<String, String> query = query(begin());
        visit(query.get("redirect_uri") + "?code=c&state=" + query.get("state") + "&iss=https://evil.example");
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("another server"));
        assertTrue(server.requests.stream()
                .noneMatch(request -> request.uri().getPath().endsWith("token")));
    }

    @Test
    void whatTheBrowserCancelsAndWhatTheTechnicianCancels() throws Exception {
        Map<String, String> query = query(begin());
        visit(query.get("redirect_uri") + "?error=access_denied&state=" + query.get("state") + "&iss=" + server.uri());
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("cancelled"));
        URI back = URI.create(query(begin()).get("redirect_uri"));
        signIn.cancel();
        assertEquals(Optional.empty(), await(Phase.SIGNED_OUT).fault());
        assertThrows(IOException.class, () -> visit(back.toString()));
    }

    @Test
    void aCodeThatIsTypedElsewhereSignsIn() throws Exception {
        signIn.signInByCode(server.uri());
        SignInStatus waiting = await(Phase.WAITING);
        assertEquals("BCDF-GHJK", waiting.code().orElseThrow());
        await(Phase.SIGNED_IN);
    }

    @Test
    void tokensAreRenewedBeforeTheyEndAndOutliveTheProgram() throws Exception {
        signedIn();
        assertEquals(Optional.empty(), connection().renewed());
        now = now.plusSeconds(590);
        assertEquals("Bearer access-2", connection().renewed().orElseThrow().authorization());
        assertTrue(server.requests.getLast().body().contains("refresh_token=refresh-1"));
        signIn.close();
        published.clear();
        signIn = signIn();
        assertEquals("Bearer access-3", connection().access().token().authorization());
        assertTrue(server.requests.getLast().body().contains("refresh_token=refresh-2"));
    }

    @Test
    void aSignInThatTheServerEndedAsksToSignInAgain() throws Exception {
        signedIn();
        refuses = true;
        now = now.plusSeconds(590);
        BackendException over =
                assertThrows(BackendException.class, () -> connection().renewed());
        assertEquals(BackendException.Cause.TOKEN_INVALID, over.kind());
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("Sign in again"));
    }

    @Test
    void anAccessThatWasTakenAwayIsSaidToBeThat() throws Exception {
        signedIn();
        refuses = true;
        refusal = "{\"error\":\"invalid_grant\",\"code\":\"access_revoked\"}";
        now = now.plusSeconds(590);
        for (int i = 0; i < 2; i++) {
            BackendException over =
                    assertThrows(BackendException.class, () -> connection().renewed());
            assertEquals(BackendException.Cause.ACCESS_REVOKED, over.kind());
        }
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("taken away"));
    }

    @Test
    void signingOutForgetsAtOnceAndTellsTheServer() throws Exception {
        signedIn();
        signIn.signOut();
        assertEquals(0, published.size());
        while (server.requests.stream()
                .noneMatch(request -> request.uri().getPath().endsWith("revoke"))) {
            Thread.onSpinWait();
        }
        KeptSignIn kept = KeptSignIn.read(new SealedFile(folder.resolve("sign-in.sealed"), key()))
                .orElseThrow();
        assertEquals(new KeptSignIn(server.uri(), ""), kept, "the address alone is kept");
        assertEquals(Optional.of(server.uri()), signIn.status().server());
        signIn.close();
        signIn = signIn();
        assertEquals(SignInStatus.signedOut(Optional.of(server.uri()), Optional.empty()), signIn.status());
    }

    @Test
    void aLockedProfileHasNoConnection() throws Exception {
        signedIn();
        SignedInConnection held = (SignedInConnection) connection();
        signIn.lock();
        assertEquals(Phase.LOCKED, signIn.status().phase());
        assertEquals("", held.refreshToken(), "who holds on to the connection holds no token");
        assertEquals(0, published.size());
        signIn.unlock(key());
        assertEquals(1, published.size());
        signIn.lock();
        byte[] other = key();
        other[3] = 8;
        signIn.unlock(other);
        assertEquals(0, published.size(), "another key opens nothing");
    }

    @Test
    void anAddressThatIsNotEncryptedIsRefused() throws Exception {
        told.clear();
        signIn.signIn(URI.create("http://msp.example"));
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("not encrypted"));
        server.answer = exchange -> exchange.sendResponseHeaders(404, -1);
        signIn.signIn(server.uri());
        assertTrue(await(Phase.SIGNED_OUT).fault().orElseThrow().contains("Check the address"));
    }

    private void signedIn() throws Exception {
        Map<String, String> query = query(begin());
        visit(query.get("redirect_uri") + "?code=c&state=" + query.get("state") + "&iss=" + server.uri());
        await(Phase.SIGNED_IN);
    }

    private URI begin() throws Exception {
        told.clear();
        signIn.signIn(server.uri());
        return await(Phase.WAITING).page().orElseThrow();
    }

    private SignInStatus await(Phase phase) throws Exception {
        SignInStatus next = told.poll(60, TimeUnit.SECONDS);
        while (next != null && (next.phase() != phase)) {
            next = told.poll(60, TimeUnit.SECONDS);
        }
        return java.util.Objects.requireNonNull(next, "never " + phase);
    }

    private ServerConnection connection() {
        return published.element();
    }

    private static int visit(String address) throws IOException {
        HttpURLConnection browser =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        return browser.getResponseCode();
    }

    private static Map<String, String> query(URI page) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : page.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }
}
