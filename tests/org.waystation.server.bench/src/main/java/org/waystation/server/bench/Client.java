package org.waystation.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.waystation.server.record.Cursor;
import org.waystation.server.record.Json;

/** One workstation's way to the server. */
final class Client {

    private final HttpClient http;
    private final URI url;
    private final String token;

    Client(Shared shared, URI url, String token) {
        this.http = shared.http;
        this.url = url;
        this.token = token;
    }

    /** What clients share; closing it ends what is under way, as streams of events have no end of their own. */
    static final class Shared implements AutoCloseable {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        @Override
        public void close() {
            http.shutdownNow();
            http.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** A cursor at this place of the history. */
    static String cursor(String epoch, long seq) {
        return new Cursor(UUID.fromString(epoch), seq, 0).encode();
    }

    CompletableFuture<JsonNode> changes(String cursor, int limit) {
        return send(request("/v1/changes?limit=" + limit + "&cursor=" + cursor).build());
    }

    /** A page of the plain listing. */
    CompletableFuture<JsonNode> tickets(String filter) {
        return send(request("/v1/tickets?" + filter).build());
    }

    /** Writes a note on a ticket. */
    CompletableFuture<JsonNode> note(String ticket) {
        ObjectNode body = Json.object();
        ObjectNode operation = body.putArray("operations").addObject();
        operation
                .put("id", newId())
                .put("type", "create")
                .put("kind", "note")
                .put("entityId", newId())
                .put("baseVersion", 0)
                .put("performedAt", Instant.now().toString());
        change(operation, "ticketId", ticket);
        change(operation, "visibility", "internal");
        change(operation, "body", "The service was restarted and answers again; watched for ten minutes.");
        return send(request("/v1/operations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(body)))
                .build());
    }

    private static void change(ObjectNode operation, String field, String value) {
        operation.withArray("changes").addObject().put("field", field).put("new", value);
    }

    private static String newId() {
        return Generators.timeBasedEpochRandomGenerator().generate().toString();
    }

    private CompletableFuture<JsonNode> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> {
            try {
                JsonNode answer = Json.mapper().readTree(response.body());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(answer.toString());
                }
                return answer;
            } catch (IOException e) {
                throw new IllegalStateException("no JSON came", e);
            }
        });
    }

    /** The snapshot as it comes. */
    InputStream snapshot(String encoding) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                request("/v1/snapshot").header("Accept-Encoding", encoding).build(), BodyHandlers.ofInputStream());
        return response.body();
    }

    /** The server's own figures. */
    String metrics() throws IOException, InterruptedException {
        return http.send(request("/metrics").build(), BodyHandlers.ofString()).body();
    }

    /** Waits for news from here on, until the client is closed; each is told by its sequence. */
    void listen(String cursor, Consumer<Long> news) {
        HttpRequest request = request("/v1/events?cursor=" + cursor).build();
        http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Flow.Subscriber<String>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String line) {
                if (line.startsWith("id: ")) {
                    news.accept(Long.parseLong(line.substring("id: ".length())));
                }
            }

            @Override
            public void onError(Throwable failure) {
                news.accept(-1L);
            }

            @Override
            public void onComplete() {
                news.accept(-1L);
            }
        }));
    }
}
