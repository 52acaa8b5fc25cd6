package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;
import org.waystation.server.record.Json;

/** One machine's network: takes the real client's requests to the server in memory, unless something goes wrong. */
final class Wire extends CloseableHttpClient {

    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Device device;
    private final MemoryServer server;
    private final VirtualTime time;
    private final Trace trace;
    private final List<Armed> armed = new ArrayList<>();
    private final Map<String, MemoryServer.Answer> earlier = new HashMap<>();
    private final List<Late> late = new ArrayList<>();
    private boolean connected = true;

    /** A fault that waits for its request. */
    private static final class Armed {
        final WireFault fault;
        int requests;

        Armed(WireFault fault, int requests) {
            this.fault = fault;
            this.requests = requests;
        }
    }

    /** A request on its way. */
    private record Call(String method, String path, Map<String, String> query, byte[] body) {

        boolean pushes() {
            return path.equals("/v1/operations");
        }
    }

    /** A request that arrives after so many others. */
    private static final class Late {
        final Call call;
        int requests = 3;

        Late(Call call) {
            this.call = call;
        }
    }

    Wire(Device device, MemoryServer server, VirtualTime time, Trace trace) {
        this.device = device;
        this.server = server;
        this.time = time;
        this.trace = trace;
    }

    void connected(boolean now) {
        connected = now;
    }

    /** @param requests which of the next requests it hits; 1 is the very next */
    void arm(WireFault fault, int requests) {
        armed.add(new Armed(fault, requests));
    }

    void calm() {
        armed.clear();
        late.clear();
        connected = true;
    }

    @Override
    public ClassicHttpResponse executeOpen(
            @Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context) throws IOException {
        Call call = call(request);
        device.step("request " + call.method + " " + call.path);
        time.spend(LATENCY);
        if (!connected) {
            throw new ConnectException("Network is unreachable");
        }
        deliverLate();
        Optional<WireFault> fault = due(call);
        fault.ifPresent(what -> trace.add(device.name() + " " + what + " on " + call.method + " " + call.path));
        ClassicHttpResponse response = fault.isPresent() ? faulty(call, fault.get()) : respond(serve(call));
        device.step("answer " + call.path);
        return response;
    }

    private static Call call(ClassicHttpRequest request) throws IOException {
        try {
            URI uri = request.getUri();
            Map<String, String> query = new HashMap<>();
            new URIBuilder(uri)
                    .getQueryParams()
                    .forEach(parameter -> query.put(parameter.getName(), String.valueOf(parameter.getValue())));
            byte[] body = new byte[0];
            if (request.getEntity() != null) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                request.getEntity().writeTo(bytes);
                body = bytes.toByteArray();
            }
            return new Call(request.getMethod(), uri.getPath(), query, body);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private Optional<WireFault> due(Call call) {
        for (Armed one : List.copyOf(armed)) {
            if (!suits(one.fault, call)) {
                continue;
            }
            one.requests--;
            if (one.requests <= 0) {
                armed.remove(one);
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    private static boolean suits(WireFault fault, Call call) {
        return switch (fault) {
            case DUPLICATE,
                    REORDERED,
                    PARTIAL_BATCH,
                    TOO_LARGE_413,
                    CONFLICT_409,
                    FAILURE_500_AFTER,
                    TOKEN_EXPIRED_401 -> call.pushes();
            case GONE_410, LATE_ECHO -> call.path.equals("/v1/changes");
            case MISSING_TOTAL -> call.path.equals("/v1/snapshot");
            default -> true;
        };
    }

    private MemoryServer.Answer serve(Call call) {
        if (!device.tokenValid()) {
            return answer(401, "{\"code\":\"token_expired\",\"title\":\"The token has expired\"}");
        }
        MemoryServer.Answer answer = server.handle(device.caller(), call.method, call.path, call.query, call.body);
        if (call.path.equals("/v1/changes") && answer.status() == 200) {
            earlier.putIfAbsent(call.path, answer);
        }
        return answer;
    }

    /** What was given up long ago arrives after all; nobody waits for the answer. */
    private void deliverLate() {
        for (Late one : List.copyOf(late)) {
            one.requests--;
            if (one.requests <= 0) {
                late.remove(one);
                trace.add(device.name() + " late arrival of " + one.call.path);
                serve(one.call);
            }
        }
    }

    private ClassicHttpResponse faulty(Call call, WireFault fault) throws IOException {
        switch (fault) {
            case LOST_REQUEST -> throw new ConnectionClosedException("reset before it arrived");
            case LOST_REPLY -> {
                serve(call);
                time.spend(PATIENCE);
                throw new SocketTimeoutException("Read timed out");
            }
            case DUPLICATE -> serve(call);
            case REORDERED -> {
                late.add(new Late(call));
                time.spend(PATIENCE);
                throw new SocketTimeoutException("Read timed out");
            }
            case PARTIAL_BATCH -> {
                server.operations(device.caller(), call.body, Math.max(1, count(call) / 2));
                throw new ConnectionClosedException("the server died");
            }
            case TOKEN_EXPIRED_401 -> {
                server.operations(device.caller(), call.body, count(call) / 2);
                device.tokenExpires();
            }
            case FAILURE_500_AFTER -> serve(call);
            default -> {} // the fault is in the answer
        }
        return answered(call, fault);
    }

    private static int count(Call call) throws IOException {
        return Json.mapper().readTree(call.body).path("operations").size();
    }

    private ClassicHttpResponse answered(Call call, WireFault fault) throws IOException {
        return switch (fault) {
            case FORBIDDEN_403 -> respond(problem(403, "forbidden"));
            case CONFLICT_409 -> respond(problem(409, "conflict"));
            case GONE_410 -> respond(problem(410, "cursor_expired"));
            case PRECONDITION_412 -> respond(problem(412, "precondition_failed"));
            case TOO_LARGE_413 -> respond(problem(413, "payload_too_large"));
            case UNPROCESSABLE_422 -> respond(problem(422, "unprocessable"));
            case SLOW_DOWN_429 -> respond(problem(429, "slow_down"));
            case SLOW_DOWN_429_WITH_TIME -> retryAfter(respond(problem(429, "slow_down")), 45);
            case UNAVAILABLE_503 -> retryAfter(respond(problem(503, "unavailable")), 20);
            case FAILURE_500, FAILURE_500_AFTER -> respond(problem(500, "internal_error"));
            case CAPTIVE_PORTAL ->
                respond(new MemoryServer.Answer(
                        200, "text/html", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)));
            case LATE_ECHO -> respond(earlier.getOrDefault(call.path, serve(call)));
            case UNKNOWN_FIELDS -> respond(withUnknown(serve(call)));
            case MISSING_TOTAL -> respond(withoutTotal(serve(call)));
            case CUT_BODY -> body(serve(call), Ending.BREAKS);
            case WRONG_LENGTH -> body(serve(call), Ending.ENDS_EARLY);
            case SLOW_BYTES -> body(serve(call), Ending.SLOW);
            case STALLED_BYTES -> body(serve(call), Ending.STALLS);
            default -> respond(serve(call));
        };
    }

    private static MemoryServer.Answer problem(int status, String code) {
        return answer(status, "{\"code\":\"" + code + "\",\"title\":\"made to fail\",\"status\":" + status + "}");
    }

    private static MemoryServer.Answer answer(int status, String problem) {
        return new MemoryServer.Answer(status, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8));
    }

    private static ClassicHttpResponse retryAfter(ClassicHttpResponse response, int seconds) {
        response.setHeader("Retry-After", Integer.toString(seconds));
        return response;
    }

    private static MemoryServer.Answer withUnknown(MemoryServer.Answer answer) throws IOException {
        if (!answer.type().equals(MemoryServer.JSON)) {
            return answer;
        }
        JsonNode body = Json.mapper().readTree(answer.body());
        if (body instanceof ObjectNode object) {
            object.putObject("mood")
                    .put("color", "green")
                    .putArray("list")
                    .add(1)
                    .add("two");
            object.put("weather", 3.25);
        }
        return new MemoryServer.Answer(
                answer.status(), answer.type(), Json.mapper().writeValueAsBytes(body));
    }

    private static MemoryServer.Answer withoutTotal(MemoryServer.Answer answer) {
        String lines = new String(answer.body(), StandardCharsets.UTF_8);
        String without = lines.replaceFirst("\"expected\":\\{[^}]*}", "\"expected\":{}");
        return new MemoryServer.Answer(answer.status(), answer.type(), without.getBytes(StandardCharsets.UTF_8));
    }

    private ClassicHttpResponse respond(MemoryServer.Answer answer) {
        return body(answer, Ending.WHOLE);
    }

    private ClassicHttpResponse body(MemoryServer.Answer answer, Ending ending) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(answer.status());
        response.setHeader("Content-Type", answer.type());
        response.setEntity(
                new InputStreamEntity(new Body(answer.body(), ending), -1, ContentType.parse(answer.type())));
        return response;
    }

    /** How the bytes of an answer come. */
    private enum Ending {
        WHOLE,
        BREAKS,
        ENDS_EARLY,
        SLOW,
        STALLS
    }

    private final class Body extends InputStream {

        private final byte[] bytes;
        private final Ending ending;
        private int at;

        Body(byte[] bytes, Ending ending) {
            boolean cut = ending == Ending.BREAKS || ending == Ending.ENDS_EARLY || ending == Ending.STALLS;
            this.bytes = cut ? Arrays.copyOf(bytes, bytes.length * 2 / 3) : bytes;
            this.ending = ending;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (at == bytes.length) {
                return end();
            }
            if (ending == Ending.SLOW) {
                time.spend(Duration.ofSeconds(2));
            }
            int count = Math.min(Math.min(length, 4096), bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }

        private int end() throws IOException {
            switch (ending) {
                case BREAKS -> throw new ConnectionClosedException("Premature end of the body");
                case STALLS -> {
                    time.spend(PATIENCE);
                    throw new SocketTimeoutException("Read timed out");
                }
                default -> {
                    return -1;
                }
            }
        }
    }

    @Override
    protected CloseableHttpResponse doExecute(
            @Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context) {
        throw new UnsupportedOperationException("The client keeps its answers open.");
    }

    @Override
    public void close(CloseMode closeMode) {
        // there is no connection to close
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }
}
