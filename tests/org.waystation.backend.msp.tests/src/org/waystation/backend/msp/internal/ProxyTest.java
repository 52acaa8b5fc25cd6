package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;

/** Which way a connection takes. */
class ProxyTest {

    private static final URI SERVER = URI.create("https://msp.example.org/");

    private final Map<String, String> environment = new HashMap<>();
    private final ConfiguredProxies proxies = new ConfiguredProxies(environment);
    private final Map<String, String> values = new HashMap<>();

    private String to(URI target) {
        Proxy proxy = proxies.select(target).getFirst();
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : String.valueOf(proxy.address()).replace("/<unresolved>", "");
    }

    private void set(Setting setting, String value) {
        values.put(setting.key(), value);
        proxies.bindSettings(new KeptSettings());
    }

    @Test
    void asTheSystemHasItByItself() {
        assertEquals("direct", to(SERVER));
        environment.put("HTTPS_PROXY", "http://out.example.org:3128/");
        assertEquals("out.example.org:3128", to(SERVER));
        environment.put("no_proxy", "localhost,.example.org");
        assertEquals("direct", to(SERVER));
    }

    @Test
    void theOneThatWasSetSaveForWhatIsExcepted() {
        environment.put("https_proxy", "http://out.example.org:3128");
        set(ProxySettings.PROXY, ProxySettings.MANUAL);
        set(ProxySettings.ADDRESS, "proxy.example.org:8080");
        assertEquals("proxy.example.org:8080", to(SERVER));
        set(ProxySettings.BYPASS, "msp.example.org");
        assertEquals("direct", to(SERVER));
        assertEquals("proxy.example.org:8080", to(URI.create("https://other.example.org/")));
        set(ProxySettings.ADDRESS, "no address at all");
        assertEquals("direct", to(URI.create("https://other.example.org/")));
    }

    @Test
    void noneWhereNoneIsWanted() {
        environment.put("https_proxy", "http://out.example.org:3128");
        set(ProxySettings.PROXY, ProxySettings.NONE);
        assertEquals("direct", to(SERVER));
    }

    @Test
    void neverForThisComputer() {
        set(ProxySettings.PROXY, ProxySettings.MANUAL);
        set(ProxySettings.ADDRESS, "proxy.example.org:8080");
        assertEquals("direct", to(URI.create("http://127.0.0.1:8080/")));
        assertEquals("direct", to(URI.create("http://localhost:8080/")));
    }

    @Test
    @Timeout(60)
    void aConnectionGoesThroughItAndItsRefusalIsExplained() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> refuse(proxy));
            set(ProxySettings.PROXY, ProxySettings.MANUAL);
            set(ProxySettings.ADDRESS, "127.0.0.1:" + proxy.getLocalPort());
            MspBackend backend = new MspBackend(
                    new Connection(),
                    new HttpClients(new Trust(Optional.empty()), proxies),
                    MspBackendTest.PATIENT,
                    Clock.systemUTC());
            BackendException e = assertThrows(BackendException.class, backend::session);
            assertEquals("CONNECT msp.example.org:443 HTTP/1.1", asked.join());
            assertEquals(BackendException.Cause.UNREACHABLE, e.kind());
            backend.close();
        }
    }

    private static String refuse(ServerSocket proxy) {
        try (Socket socket = proxy.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {
                continue;
            }
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Connection implements ServerConnection {

        @Override
        public ServerAccess access() {
            return new ServerAccess(SERVER, new AccessToken("secret".toCharArray()));
        }

        @Override
        public AutoCloseable onChange(Runnable listener) {
            return () -> {};
        }
    }

    private final class KeptSettings implements Settings {

        @Override
        public boolean flag(Setting.Toggle setting) {
            return setting.fallback();
        }

        @Override
        public String choice(Setting.Choice setting) {
            return values.getOrDefault(setting.key(), setting.fallback());
        }

        @Override
        public int amount(Setting.Amount setting) {
            return setting.fallback();
        }

        @Override
        public String text(Setting.Text setting) {
            return values.getOrDefault(setting.key(), setting.fallback());
        }

        @Override
        public String value(String key) {
            return values.getOrDefault(key, "");
        }

        @Override
        public void set(Setting setting, String value) {
            values.put(setting.key(), value);
        }

        @Override
        public AutoCloseable listen(Executor deliverOn, Consumer<String> listener) {
            return () -> {};
        }
    }
}
