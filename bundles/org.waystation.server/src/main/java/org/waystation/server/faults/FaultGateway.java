package org.waystation.server.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.record.Json;

/** Stands before the real server, hands on what is said, and does harm to it as planned. On this machine only. */
public final class FaultGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FaultGateway.class);
    private static final int THREADS = 250;
    /** These belong to one connection and are set anew on the other. */
    private static final Set<String> HOP =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "expect", "http2-settings");

    private static final int REORDERED_BEHIND = 3;
    /** Between two states that the database may be taken back to. */
    private static final long REQUESTS_BETWEEN_SAVES = 40;

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FaultPlan plan;
    private final SavedHistory history;
    private final Api api;
    private final Map<String, Reply> earlier = new ConcurrentHashMap<>();
    private final List<Late> late = new ArrayList<>();
    private volatile URI inner;
    private long requests;

    /** The real server, which is begun anew where the history has another name. */
    @FunctionalInterface
    public interface Api {

        /** Starts it on a port that is free, for the history as the database has it now. */
        URI start() throws Exception;
    }

    /** A request that arrives after some later ones. */
    private static final class Late {
        private final Call call;
        private int behind = REORDERED_BEHIND;

        Late(Call call) {
            this.call = call;
        }
    }

    /**
     * @param host loopback
     * @param port 0 for any that is free
     * @throws IllegalArgumentException for another address
     */
    public FaultGateway(FaultOptions options, String host, int port, DatabaseAccess owner, Api api) throws Exception {
        if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException("--faults is for tests on this machine; it listens on loopback only.");
        }
        this.plan = new FaultPlan(options);
        this.history = new SavedHistory(owner);
        this.api = api;
        this.inner = api.start();
        history.save();
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                answer(request, response, callback);
                return true;
            }
        });
        server.start();
        LOG.atWarn().addKeyValue("faults", options).log("things go wrong here on purpose, to test clients");
    }

    public URI url() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        Call call = call(request);
        String path = Request.getPathInContext(request);
        Optional<FaultKind> fault = before(call, path);
        if (fault.isEmpty()) {
            handOn(call, response, callback);
        } else {
            LOG.atInfo()
                    .addKeyValue("fault", fault.get().code())
                    .addKeyValue("request", call.method() + " " + path)
                    .log("on purpose");
            harm(fault.get(), call, request, response, callback);
        }
    }

    private synchronized Optional<FaultKind> before(Call call, String path) throws Exception {
        if (++requests % REQUESTS_BETWEEN_SAVES == 0) {
            history.save();
        }
        for (Iterator<Late> waiting = late.iterator(); waiting.hasNext(); ) {
            Late one = waiting.next();
            if (--one.behind <= 0) {
                waiting.remove();
                read(one.call);
            }
        }
        Optional<FaultKind> fault = plan.next(call.method(), path);
        if (fault.filter(FaultKind::changesHistory).isPresent()) {
            changeHistory(fault.get());
        }
        return fault;
    }

    private void changeHistory(FaultKind kind) throws Exception {
        if (kind == FaultKind.RESTORED_OLDER) {
            history.restore();
        } else {
            history.rename();
        }
        history.save();
        earlier.clear();
        inner = api.start();
    }

    private static Call call(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            if (!HOP.contains(field.getLowerCaseName())) {
                headers.merge(field.getLowerCaseName(), field.getValue(), (a, b) -> a + ", " + b);
            }
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            return new Call(request.getMethod(), request.getHttpURI().getPathQuery(), headers, in.readAllBytes());
        }
    }

    private Reply read(Call call) throws IOException {
        return Reply.read(call.send(http, inner));
    }

    /** Byte by byte as it comes: events must not wait. */
    private void handOn(Call call, Response response, Callback callback) throws IOException {
        if (call.path().startsWith("/v1/changes")) {
            // Not compressed: an echo may be for somebody who does not take what the first one took.
            Reply whole = read(call.plain());
            remember(call, whole);
            whole.send(response, callback);
            return;
        }
        HttpResponse<InputStream> answer = call.send(http, inner);
        try (InputStream in = answer.body()) {
            Reply.begin(response, answer.statusCode(), Reply.headers(answer));
            OutputStream out = Content.Sink.asOutputStream(response);
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            out.close();
            callback.succeeded();
        }
    }

    private void remember(Call call, Reply reply) {
        if (reply.status() == 200) {
            earlier.putIfAbsent(call.headers().getOrDefault("authorization", ""), reply);
        }
    }

    private void harm(FaultKind fault, Call call, Request request, Response response, Callback callback)
            throws IOException, SQLException {
        switch (fault) {
            case LOST_REQUEST -> Reply.drop(request);
            case LOST_REPLY -> {
                if (!call.path().startsWith("/v1/events")) {
                    read(call);
                }
                Reply.drop(request);
            }
            case DUPLICATE -> {
                read(call);
                read(call).send(response, callback);
            }
            case REORDER -> {
                synchronized (this) {
                    late.add(new Late(call));
                }
                Reply.drop(request);
            }
            case PARTIAL_BATCH -> {
                read(call.half());
                Reply.drop(request);
            }
            case TOKEN_EXPIRED_401 -> {
                read(call.half());
                problem(401, "token_expired").send(response, callback);
            }
            case CUT_BODY -> read(call).cut(request, response);
            case WRONG_LENGTH -> read(call).announceMore(request, response);
            case SLOW_BYTES -> read(call).dribble(response, callback);
            case EPOCH_CHANGE, RESTORED_OLDER -> read(call).send(response, callback);
            case UNKNOWN_FIELDS -> {
                history.writeUnknown();
                withUnknown(read(call.plain())).send(response, callback);
            }
            case LATE_ECHO -> {
                Reply echo = earlier.get(call.headers().getOrDefault("authorization", ""));
                if (echo == null) {
                    handOn(call, response, callback);
                } else {
                    echo.send(response, callback);
                }
            }
            case MISSING_TOTAL -> withoutTotal(read(call.plain())).send(response, callback);
            default -> refusal(fault).send(response, callback);
        }
    }

    private static Reply refusal(FaultKind fault) {
        return switch (fault) {
            case SCOPE_REVOKED_403 -> problem(403, "forbidden");
            case CONFLICT_409 -> problem(409, "conflict");
            case GONE_410 -> problem(410, "cursor_expired");
            case PRECONDITION_412 -> problem(412, "precondition_failed");
            case TOO_LARGE_413 -> problem(413, "payload_too_large");
            case UNPROCESSABLE_422 -> problem(422, "unprocessable");
            case SLOW_DOWN_429 -> retryAfter(problem(429, "too_many_requests"));
            case SLOW_DOWN_429_SILENT -> problem(429, "too_many_requests");
            case UNAVAILABLE_503 -> retryAfter(problem(503, "unavailable"));
            default -> problem(500, "internal_error");
        };
    }

    private static Reply problem(int status, String code) {
        ObjectNode problem = Json.object()
                .put("type", "https://waystation.example/problems/" + code)
                .put("title", "Made to fail")
                .put("status", status)
                .put("detail", "This server goes wrong on purpose.")
                .put("code", code);
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("content-type", List.of("application/problem+json"));
        return new Reply(status, headers, Json.text(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static Reply retryAfter(Reply reply) {
        reply.headers().put("retry-after", List.of("1"));
        return reply;
    }

    private static Reply withUnknown(Reply reply) throws IOException {
        if (reply.status() == 200 && Json.mapper().readTree(reply.body()) instanceof ObjectNode body) {
            body.putObject("mood").put("color", "green").putArray("list").add(1).add("two");
            body.put("weather", 3.25);
            for (var change : body.path("changes")) {
                ((ObjectNode) change).put("newerEnvelope", true);
            }
            return reply.with(Json.text(body).getBytes(StandardCharsets.UTF_8));
        }
        return reply;
    }

    private static Reply withoutTotal(Reply reply) {
        String lines = new String(reply.body(), StandardCharsets.UTF_8);
        return reply.with(
                lines.replaceFirst("\"expected\":\\{[^}]*}", "\"expected\":{}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the gateway was stopping.", e);
        } catch (Exception e) {
            throw new IOException("The gateway did not stop cleanly.", e);
        }
    }
}
