package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.metrics.Metrics;
import org.waystation.server.record.Json;
import org.waystation.server.session.Tokens;

/** An endpoint that will go says so with each answer, also with one that refuses. */
@ExtendWith(ServerExtension.class)
class DeprecationTest {

    @Test
    void answersTellWhatWillGoWhenAndWhatTakesItsPlace(TestServer test) throws Exception {
        Deprecation deprecation = new Deprecation(
                Instant.parse("2026-06-30T00:00:00Z"), Optional.of(Instant.parse("2027-11-22T00:00:00Z")), "/v2/old");
        List<Route> routes = List.of(
                new Route("GET", "/v1/old", true, exchange -> exchange.sendJson(Json.object())).deprecated(deprecation),
                new Route("GET", "/v1/new", true, exchange -> exchange.sendJson(Json.object())));
        Server server = new Server(0);
        server.setHandler(new Router(
                routes,
                new Gate(
                        test.database(),
                        new Tokens(test.database()),
                        new RateLimits(100),
                        new Quotas(test.database(), 100)),
                new Metrics()));
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
            HttpResponse<String> old = get(url.resolve("/v1/old"));
            assertEquals(Optional.of("@1782777600"), old.headers().firstValue("Deprecation"));
            assertEquals(
                    Optional.of("Mon, 22 Nov 2027 00:00:00 GMT"), old.headers().firstValue("Sunset"));
            assertEquals(
                    Optional.of("</v2/old>; rel=\"successor-version\""),
                    old.headers().firstValue("Link"));
            assertEquals(Optional.empty(), get(url.resolve("/v1/new")).headers().firstValue("Deprecation"));
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
