package org.waystation.backend.msp.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.waystation.api.sync.Backend;
import org.waystation.backend.msp.ServerConnection;

/** The real MSP backend over another transport than sockets. */
public final class WireBackend {

    private WireBackend() {}

    /**
     * @param transport makes the HTTP client
     * @param clock the machine's
     */
    public static Backend over(ServerConnection connection, Supplier<CloseableHttpClient> transport, Clock clock) {
        HttpClients clients = new HttpClients(new Trust(Optional.empty())) {
            @Override
            CloseableHttpClient create(Timing timing) {
                return transport.get();
            }
        };
        Duration patience = Duration.ofSeconds(30);
        return new MspBackend(connection, clients, new Timing(patience, patience, patience), clock);
    }
}
