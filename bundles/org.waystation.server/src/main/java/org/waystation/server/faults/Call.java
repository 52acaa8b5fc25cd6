package org.waystation.server.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.waystation.server.record.Json;

/**
 * A request on its way to the real server.
 *
 * @param path with the query
 */
record Call(String method, String path, Map<String, String> headers, byte[] body) {

    /** The same, so that the answer can be read: not compressed. */
    Call plain() {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.keySet().removeIf("accept-encoding"::equalsIgnoreCase);
        return new Call(method, path, fewer, body);
    }

    /** The same with the first half of its operations, none of a single one. */
    Call half() {
        try {
            if (Json.mapper().readTree(body) instanceof ObjectNode batch
                    && batch.path("operations") instanceof ArrayNode all) {
                ObjectNode half = batch.deepCopy();
                ArrayNode operations = half.putArray("operations");
                for (JsonNode operation : all) {
                    if (operations.size() < all.size() / 2) {
                        operations.add(operation);
                    }
                }
                return new Call(method, path, headers, Json.text(half).getBytes(StandardCharsets.UTF_8));
            }
            return this;
        } catch (JsonProcessingException e) {
            return this; // the server refuses it as it is
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed.", e);
        }
    }

    HttpResponse<InputStream> send(HttpClient http, URI server) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        headers.forEach(request::setHeader);
        request.method(
                method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the server answered.");
        }
    }
}
