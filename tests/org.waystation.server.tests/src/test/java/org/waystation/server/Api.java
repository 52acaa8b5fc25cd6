package org.waystation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.waystation.conformance.Contract;
import org.waystation.server.record.Json;

/** Talks to a server as somebody, and holds every answer against the contract. */
public final class Api {

    private static final Contract CONTRACT = new Contract();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Optional<String> token;

    public Api(URI url, Optional<String> token) {
        this.url = url;
        this.token = token;
    }

    /** The same server without a token, or with another one. */
    public Api as(Optional<String> other) {
        return new Api(url, other);
    }

    /**
     * An answer that keeps the contract.
     *
     * @param body as text
     */
    public record Reply(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + body, e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public Reply expect(int wanted) {
            assertEquals(wanted, status, () -> body);
            return this;
        }

        /** A problem with this code. */
        public Reply expect(int wanted, String code) {
            expect(wanted);
            assertEquals(code, code(), () -> body);
            return this;
        }
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Reply post(String path, String json) {
        return send(request(path, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A request to this server, with the token. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String body = new String(response.body(), StandardCharsets.UTF_8);
            List<String> wrong = CONTRACT.judge(
                    request.method(),
                    request.uri().getPath(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type"),
                    body);
            assertEquals(List.of(), wrong, () -> "The answer breaks the contract: " + body);
            return new Reply(response.statusCode(), response.headers(), body);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** The body as it comes; the caller closes it. */
    public InputStream open(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                http.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        return response.body();
    }
}
