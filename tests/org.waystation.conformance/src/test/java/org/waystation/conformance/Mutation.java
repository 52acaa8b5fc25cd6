package org.waystation.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way in which a server is broken on purpose.
 *
 * @param catches the requirements that must find it
 */
record Mutation(String name, Set<String> catches, BiFunction<Request, Transport, Transport.Incoming> change) {

    /** A way to a server that fails in IO as an unchecked exception. */
    interface Way {
        Transport.Incoming go(Request request, Transport real) throws IOException;
    }

    static Mutation of(String name, Way way, String... catches) {
        return new Mutation(name, Set.of(catches), (request, real) -> {
            try {
                return way.go(request, real);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    Transport between(Transport real) {
        return request -> change.apply(request, real);
    }

    /** Sends another request than the one that was meant. */
    static Mutation request(String name, UnaryOperator<Request> other, String... catches) {
        return of(name, (request, real) -> real.open(other.apply(request)), catches);
    }

    /** Loses a header of requests. */
    static Mutation ignores(String header, String... catches) {
        return request("ignores " + header, request -> withHeader(request, header, null), catches);
    }

    /** Loses a header of answers. */
    static Mutation hides(String header, String... catches) {
        return of(
                "hides " + header,
                (request, real) -> {
                    Transport.Incoming in = real.open(request);
                    Map<String, List<String>> headers = new HashMap<>(in.headers());
                    headers.remove(header);
                    return new Transport.Incoming(in.status(), headers, in.body());
                },
                catches);
    }

    /** Changes the text of answers with status 200 to some paths. */
    static Mutation text(String name, Predicate<Request> which, UnaryOperator<String> other, String... catches) {
        return of(
                name,
                (request, real) -> {
                    Transport.Incoming in = real.open(request);
                    if (!which.test(request) || in.status() != 200) {
                        return in;
                    }
                    byte[] body = in.body().readAllBytes();
                    Map<String, List<String>> headers = new HashMap<>(in.headers());
                    if (headers.remove("content-encoding") != null) {
                        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                    }
                    String text = other.apply(new String(body, StandardCharsets.UTF_8));
                    return new Transport.Incoming(
                            200, headers, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                },
                catches);
    }

    /** Changes the JSON of answers with status 200 to some paths. */
    static Mutation json(String name, Predicate<Request> which, UnaryOperator<ObjectNode> other, String... catches) {
        return text(
                name, which, text -> other.apply((ObjectNode) Json.read(text)).toString(), catches);
    }

    /** Answers by itself. */
    static Mutation answers(
            String name, Predicate<Request> which, int status, String type, String body, String... catches) {
        return of(
                name,
                (request, real) -> which.test(request)
                        ? new Transport.Incoming(
                                status,
                                type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type)),
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        : real.open(request),
                catches);
    }

    static Predicate<Request> to(String method, String path) {
        return request -> request.method().equals(method) && request.path().startsWith(path);
    }

    static Request withHeader(Request request, String name, @org.jspecify.annotations.Nullable String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        if (value == null) {
            headers.remove(name);
        } else if (headers.containsKey(name)) {
            headers.put(name, value);
        }
        return new Request(request.method(), request.path(), headers, request.body());
    }

    static Request withPath(Request request, String path) {
        return new Request(request.method(), path, request.headers(), request.body());
    }

    static Request withBody(Request request, String body) {
        return new Request(request.method(), request.path(), request.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes each operation that is sent. */
    static Mutation operations(String name, UnaryOperator<ObjectNode> each, String... catches) {
        return request(
                name,
                request -> {
                    if (!request.path().equals("/v1/operations")) {
                        return request;
                    }
                    JsonNode body;
                    try {
                        body = Json.read(new String(request.body(), StandardCharsets.UTF_8));
                    } catch (tools.jackson.core.JacksonException e) {
                        return request; // which is broken already
                    }
                    body.path("operations").forEach(operation -> each.apply((ObjectNode) operation));
                    return withBody(request, body.toString());
                },
                catches);
    }
}
