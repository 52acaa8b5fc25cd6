package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;

/** A backend and a real server that it talks to. What should have ended long ago is interrupted. */
@Timeout(120)
abstract class MspBackendTest {

    static final String TOKEN = "secret-token-1";
    static final String SESSION = """
            {"user":{"id":"01980000-0000-7000-8000-000000000001","name":"Robin","email":"r@example.org"},
             "provider":"Northwind MSP","epoch":"one","serverTime":"2026-03-02T09:00:00+01:00","later":{"x":[1]}}
            """;

    /** Generous where something shall come, as nothing here measures time. */
    static final Timing PATIENT = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));

    TestServer server;
    MspBackend backend;
    volatile URI address;
    volatile String token = TOKEN;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.plain();
        address = server.uri();
        backend = backend(PATIENT);
    }

    @AfterEach
    void stop() {
        backend.close();
        server.close();
    }

    final MspBackend backend(Timing timing) {
        return new MspBackend(new TestConnection(), Optional.empty(), timing, Clock.systemUTC());
    }

    final class TestConnection implements ServerConnection {

        @Override
        public ServerAccess access() {
            return new ServerAccess(address, new AccessToken(token.toCharArray()));
        }

        @Override
        public AutoCloseable onChange(Runnable listener) {
            return () -> {};
        }
    }

    static BackendException fails(BackendException.Cause cause, Executable call) {
        BackendException e = Assertions.assertThrows(BackendException.class, call);
        assertEquals(cause, e.kind(), () -> e.getMessage() + " because of " + e.getCause());
        assertTrue(!e.toString().contains(TOKEN), "the token is never shown");
        return e;
    }
}
