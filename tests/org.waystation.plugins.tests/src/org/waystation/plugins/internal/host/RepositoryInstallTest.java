package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waystation.plugins.internal.host.HostFixture.await;
import static org.waystation.plugins.internal.host.HostFixture.refusal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.plugins.Refusal;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.plugins.internal.pack.Hashes;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.plugins.Greeter;

class RepositoryInstallTest {

    private static final String HELLO = "com.acme.hello";

    @TempDir
    Path folder;

    private Path repository;
    private HostFixture fixture;

    @BeforeEach
    void start() throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        fixture = new HostFixture(folder.resolve("profile"));
        from(repository.toString());
        await(fixture.host().start());
        publish("1.0.0");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void installsAndUpdatesFromAFolder() throws IOException {
        installOffered();
        assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
        assertEquals(List.of(), await(fixture.host().offered()), "there is nothing newer");
        publish("1.1.0");
        installOffered();
        assertEquals(Optional.of("1.1.0"), fixture.greeting(HELLO));
    }

    @Test
    void installsFromAWebServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = Files.readAllBytes(
                    repository.resolve(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            from("http://127.0.0.1:" + server.getAddress().getPort());
            installOffered();
            assertEquals(Optional.of("1.0.0"), fixture.greeting(HELLO));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPackageThatIsNotWhatTheIndexSaysIsRefused() throws IOException {
        List<RepositoryOffer> offers = await(fixture.host().offered());
        Files.writeString(repository.resolve("hello-1.0.0.jar"), "something else");
        assertInstanceOf(Refusal.Tampered.class, refusal(fixture.host().fetch(offers)));
    }

    @Test
    void aFileOutsideTheRepositoryIsRefused() throws IOException {
        RepositoryOffer evil = new RepositoryOffer(
                repository.toString(), HELLO, "1.0.0", "Hello", "", "", "../profile/policy.json", "00");
        assertInstanceOf(
                Refusal.RepositoryUnreadable.class, refusal(fixture.host().fetch(List.of(evil))));
    }

    @Test
    void aMissingOrMisspeltIndexIsToldWithTheRepositorysName() throws IOException {
        Files.writeString(repository.resolve("index.json"), "{\"plugin\":[]}");
        Refusal refusal = refusal(fixture.host().offered());
        assertEquals(
                repository.toString(),
                assertInstanceOf(Refusal.RepositoryUnreadable.class, refusal).repository());
        Files.delete(repository.resolve("index.json"));
        assertInstanceOf(
                Refusal.RepositoryUnreadable.class, refusal(fixture.host().offered()));
    }

    private void installOffered() {
        List<RepositoryOffer> offers = await(fixture.host().offered());
        await(fixture.host().install(await(fixture.host().fetch(offers))));
    }

    private void from(String address) throws IOException {
        fixture.policy("{\"developerMode\":true,\"repositories\":[\"" + address + "\"]}");
    }

    private void publish(String version) throws IOException {
        String file = "hello-" + version + ".jar";
        Path jar =
                PackageBuilder.plugin(HELLO, version).activator(Greeter.class).write(repository.resolve(file));
        Files.writeString(
                repository.resolve("index.json"),
                "{\"plugins\":[{\"id\":\"%s\",\"version\":\"%s\",\"name\":\"Hello\",\"file\":\"%s\",\"sha256\":\"%s\"}]}"
                        .formatted(HELLO, version, file, Hashes.of(jar)));
    }
}
