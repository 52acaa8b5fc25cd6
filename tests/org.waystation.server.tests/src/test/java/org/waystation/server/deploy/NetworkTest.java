package org.waystation.server.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.Api;
import org.waystation.server.MspServer;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;

/** One server that is new and empty, with everything on: TLS, a proxy, small limits, the first account. */
class NetworkTest {

    private static final String SECRET = "changeit";

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no owner's mode there")
    void aNewServerIsSetUpOnceOverTls() throws Exception {
        KeyStore store = certificate();
        NetOptions net = new NetOptions(
                "127.0.0.1",
                Optional.empty(),
                Optional.of(folder.resolve("cert.pem")),
                Optional.of(folder.resolve("key.pem")),
                List.of("127.0.0.1"),
                5_000,
                Duration.ofMinutes(10));
        HttpClient http = HttpClient.newBuilder().sslContext(trusting(store)).build();
        Path link = folder.resolve("data").resolve("setup-link.txt");
        try (MspServer server = MspServer.start(options(net))) {
            assertEquals("https", server.url().getScheme());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(link)));
            URI address = URI.create(Files.readString(link).strip());
            HttpResponse<String> page = get(http, address);
            assertEquals(200, page.statusCode());
            assertEquals(
                    "max-age=31536000",
                    page.headers().firstValue("Strict-Transport-Security").orElseThrow());
            String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.endsWith("; Secure"), cookie);
            String form = "form=" + cookie.replaceAll("waystation_form=([^;]+);.*", "$1") + "&" + address.getRawQuery()
                    + "&name=Noor&email=noor%40x.example&password=";
            assertEquals(
                    403, post(http, address, cookie, form + "short&again=short").statusCode());
            String right = form + "four+slow+herons&again=four+slow+herons";
            assertEquals(200, post(http, address, cookie, right).statusCode());
            assertEquals(404, post(http, address, cookie, right).statusCode(), "once");
            assertEquals(404, get(http, address).statusCode());
            // The proxy's word counts, since this address was named as one.
            HttpRequest forwarded = HttpRequest.newBuilder(
                            server.url().resolve("/.well-known/oauth-authorization-server"))
                    .header("X-Forwarded-Host", "msp.example")
                    .header("X-Forwarded-Proto", "https")
                    .build();
            String told =
                    http.send(forwarded, HttpResponse.BodyHandlers.ofString()).body();
            assertTrue(told.contains("\"issuer\":\"https://msp.example\""), told);
        }
        assertFalse(Files.exists(link));
        try (MspServer again = MspServer.start(options(net))) {
            assertFalse(Files.exists(link), "a server with an account offers no set-up");
            assertEquals(404, get(http, again.url().resolve("/setup?code=x")).statusCode());
        }
    }

    @Test
    void aFloodIsSentAwayAndAStrangersProxyHeadersAreNotBelieved() throws Exception {
        try (MspServer server = MspServer.start(options(NetOptions.loopback(500)))) {
            Api api = new Api(server.url(), Optional.empty());
            String told = api.get("/.well-known/oauth-authorization-server", "X-Forwarded-Host", "evil.example")
                    .body();
            assertFalse(told.contains("evil.example"), told);
            Api.Reply reply = api.post("/v1/operations", "{}");
            for (int i = 0; i < 10 && reply.status() != 429; i++) {
                reply = api.post("/v1/operations", "{}");
            }
            reply.expect(429, "too_many_requests");
            assertTrue(Long.parseLong(reply.header("Retry-After").orElseThrow()) > 0);
            assertTrue(reply.header("RateLimit").orElseThrow().contains("r=0"));
            api.get("/health").expect(200);
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient http, URI address, String cookie, String form)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/setup"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie.replaceAll(";.*", ""))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Made by the JDK's own tool, written out as the two files that an authority would hand out. */
    private KeyStore certificate() throws Exception {
        Path file = folder.resolve("store.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        SECRET)
                .inheritIO()
                .start();
        assertEquals(0, tool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
        Key key = store.getKey("server", SECRET.toCharArray());
        pem("cert.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
        pem("key.pem", "PRIVATE KEY", key.getEncoded());
        return store;
    }

    private void pem(String name, String what, byte[] bytes) throws Exception {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                        + "-----\n");
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private ServeOptions options(NetOptions net) {
        return new ServeOptions(
                0,
                Optional.of(folder.resolve("data")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                net);
    }
}
