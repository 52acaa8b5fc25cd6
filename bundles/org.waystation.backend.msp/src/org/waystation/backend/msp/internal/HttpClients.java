package org.waystation.backend.msp.internal;

import java.net.ProxySelector;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.waystation.api.sync.BackendException;

/**
 * Makes HTTP clients that go by our rules: certificates and host names are verified, TLS is 1.2 or newer, no redirect is
 * followed (the token would go with it), nothing is tried again behind the engine's back, no cookies.
 */
class HttpClients {

    /** The engine's requests, the event stream, and one that is just being given up. */
    private static final int CONNECTIONS = 4;

    private final Trust trust;

    private final ProxySelector proxies;

    HttpClients(Trust trust) {
        this(trust, ProxySelector.getDefault());
    }

    /** @param proxies asked for each connection */
    HttpClients(Trust trust, ProxySelector proxies) {
        this.trust = trust;
        this.proxies = proxies;
    }

    CloseableHttpClient create(Timing timing) throws BackendException {
        return HttpClientBuilder.create()
                .setUserAgent("Waystation/1.0")
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trust.context())
                                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                                .buildClassic())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(timing.connect()))
                                .setSocketTimeout(timeout(timing.answer()))
                                // A server that restarted has closed our idle connections: find out before, not after.
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(timing.connect()))
                        .setResponseTimeout(timeout(timing.answer()))
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(proxies))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
