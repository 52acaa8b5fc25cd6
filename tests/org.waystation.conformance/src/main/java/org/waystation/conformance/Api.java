package org.waystation.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Talks to the server as somebody; an answer that breaks the document is a requirement that is not met. */
public final class Api {

    private static final byte[] NOTHING = {};

    private final Transport transport;
    private final Contract contract;
    private final Optional<String> token;

    public Api(Transport transport, Contract contract, Optional<String> token) {
        this.transport = transport;
        this.contract = contract;
        this.token = token;
    }

    /** The same way as somebody else, or as nobody. */
    public Api as(Optional<String> other) {
        return new Api(transport, contract, other);
    }

    /** @param headers names and values in turn */
    public Reply get(String path, String... headers) throws IOException {
        return send("GET", path, NOTHING, headers);
    }

    public Reply post(String path, JsonNode body, String... headers) throws IOException {
        return send("POST", path, bytes(body), with(headers, "Content-Type", "application/json"));
    }

    public Reply patch(String path, JsonNode body, String... headers) throws IOException {
        return send("PATCH", path, bytes(body), with(headers, "Content-Type", "application/merge-patch+json"));
    }

    public Reply delete(String path, String... headers) throws IOException {
        return send("DELETE", path, NOTHING, headers);
    }

    public Reply send(String method, String path, byte[] body, String... headers) throws IOException {
        try (Incomings in = open(method, path, body, headers)) {
            byte[] bytes = in.incoming().body().readAllBytes();
            Map<String, List<String>> known = in.incoming().headers();
            if (known.getOrDefault("content-encoding", List.of()).contains("gzip")) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            Reply reply = new Reply(method + " " + path, in.incoming().status(), known, bytes);
            judge(method, path, reply);
            return reply;
        }
    }

    /** An answer that is closed with its body. */
    public record Incomings(Transport.Incoming incoming) implements AutoCloseable {

        public InputStream body() {
            return incoming.body();
        }

        @Override
        public void close() throws IOException {
            incoming.body().close();
        }
    }

    /** The answer as it comes, for streams; nobody has judged it yet. */
    public Incomings open(String method, String path, byte[] body, String... headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        token.ifPresent(known -> all.put("Authorization", "Bearer " + known));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Incomings(transport.open(new Request(method, path, all, body)));
    }

    private void judge(String method, String path, Reply reply) {
        if (method.equals("HEAD")) {
            return;
        }
        List<String> wrong = contract.judge(
                method, path.replaceFirst("\\?.*", ""), reply.status(), reply.header("content-type"), reply.text());
        Unmet.unless(wrong.isEmpty(), "The answer to " + reply.request() + " breaks the document: " + wrong);
        if (reply.header("content-type").orElse("").startsWith("application/problem+json")) {
            JsonNode problem = reply.json();
            Unmet.unlessEqual(reply.status(), problem.path("status").asInt(), "the status in the problem");
            Unmet.unless(
                    problem.path("type")
                            .asString("")
                            .endsWith("/" + problem.path("code").asString("")),
                    "The type of a problem must end in its code: " + problem);
            Unmet.unless(
                    !reply.text().contains("Exception") && !reply.text().contains("\tat "),
                    "A problem must not tell of the server's inside: " + problem);
        }
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
