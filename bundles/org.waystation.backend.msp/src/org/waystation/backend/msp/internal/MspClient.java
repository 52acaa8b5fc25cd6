package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;

/** Speaks HTTP with one server as one technician; every failure leaves as a {@link BackendException}. */
final class MspClient implements AutoCloseable {

    static final ContentType JSON = ContentType.create("application/json");
    static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    static final ContentType EVENTS = ContentType.create("text/event-stream");

    private static final String WORKSTATION_ID = "Workstation-Id";

    private final ServerAccess access;
    private volatile AccessToken token;
    private final CloseableHttpClient http;
    private final HttpHost host;
    private final TransportFailures transportFailures;
    private final ErrorAnswers errorAnswers;
    private final UUID workstation;

    /** @param workstation tells us apart from other workstations that share our token */
    MspClient(ServerAccess access, CloseableHttpClient http, Clock clock, UUID workstation) {
        this.access = access;
        this.token = access.token();
        this.http = http;
        this.workstation = workstation;
        this.host = HttpHost.create(access.server());
        this.transportFailures = new TransportFailures(host.toHostString());
        this.errorAnswers = new ErrorAnswers(host.toHostString(), clock);
    }

    /** Goes on with another token; what is under way keeps its own. */
    void use(AccessToken newer) {
        token = newer;
    }

    /** Reads a body of the expected type. */
    @FunctionalInterface
    interface BodyReader<T> {
        T read(BodyStream body) throws IOException, BackendException;
    }

    /** Reads one JSON value that is the whole body. */
    @FunctionalInterface
    interface JsonReader<T> {
        T read(JsonInput input) throws IOException;
    }

    /** Reads a body that is one JSON value. */
    static <T> BodyReader<T> json(JsonReader<T> reader) {
        return body -> {
            try (JsonInput input = new JsonInput(body)) {
                if (!input.next()) {
                    throw new MalformedAnswerException("It is empty.");
                }
                T value = reader.read(input);
                input.end();
                return value;
            }
        };
    }

    /**
     * @param limit most bytes of the body, after decompression
     * @param patience how long to wait for the next byte
     */
    record Expected(ContentType type, long limit, Duration patience) {}

    <T> T get(String path, Map<String, String> query, Expected expected, BodyReader<T> reader) throws BackendException {
        return exchange(new HttpGet(uri(path, query)), expected, reader);
    }

    /** Empty where the server has nothing there. */
    <T> Optional<T> find(String path, Expected expected, BodyReader<T> reader) throws BackendException {
        return this.<Optional<T>>exchange(
                new HttpGet(uri(path, Map.of())),
                expected,
                body -> Optional.of(reader.read(body)),
                Optional.of(Optional.empty()));
    }

    <T> T post(String path, byte[] body, Expected expected, BodyReader<T> reader) throws BackendException {
        HttpPost request = new HttpPost(uri(path, Map.of()));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return exchange(request, expected, reader);
    }

    private <T> T exchange(HttpUriRequestBase request, Expected expected, BodyReader<T> reader)
            throws BackendException {
        return exchange(request, expected, reader, Optional.empty());
    }

    /** @param missing the answer where the server has nothing there; empty where that is a failure */
    private <T> T exchange(HttpUriRequestBase request, Expected expected, BodyReader<T> reader, Optional<T> missing)
            throws BackendException {
        request.setHeader(HttpHeaders.ACCEPT, expected.type.getMimeType() + ", application/problem+json");
        return send(request, expected.patience, (response, guard) -> read(response, guard, expected, reader, missing));
    }

    /** Reads an answer of one of the statuses that were said to be fine. */
    @FunctionalInterface
    interface AnswerReader<T> {
        T read(ClassicHttpResponse response, BodyStream body) throws IOException, BackendException;
    }

    /**
     * Sends a request whose answer is not just a body of one type.
     *
     * @param fine statuses that the reader knows
     */
    <T> T call(HttpUriRequestBase request, Set<Integer> fine, Duration patience, AnswerReader<T> reader)
            throws BackendException {
        return send(request, patience, (response, guard) -> {
            if (!fine.contains(response.getCode())) {
                throw refusal(response, guard);
            }
            HttpEntity entity = response.getEntity();
            InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
            return reader.read(response, new BodyStream(body, guard, Long.MAX_VALUE));
        });
    }

    /** Reads whatever comes. */
    @FunctionalInterface
    private interface GuardedReader<T> {
        T read(ClassicHttpResponse response, InterruptGuard guard) throws IOException, BackendException;
    }

    private <T> T send(HttpUriRequestBase request, Duration patience, GuardedReader<T> reader) throws BackendException {
        request.setHeader(HttpHeaders.AUTHORIZATION, token.authorization());
        request.setHeader(WORKSTATION_ID, workstation.toString());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(HttpClients.timeout(patience))
                .setResponseTimeout(HttpClients.timeout(patience))
                .build());
        try (InterruptGuard guard = new InterruptGuard(request::abort)) {
            ClassicHttpResponse response = guard.run(() -> http.executeOpen(host, request, null));
            try {
                return reader.read(response, guard);
            } finally {
                // Closing alone would first read the rest, and an event stream has no end. Where the body was read to
                // its end, the connection is back in the pool already and this touches it no more.
                request.abort();
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            if (e.getCause() instanceof ProtocolException notHttp) {
                throw transportFailures.explain(notHttp);
            }
            throw transportFailures.explain(e);
        }
    }

    private BackendException refusal(ClassicHttpResponse response, InterruptGuard guard) throws IOException {
        HttpEntity entity = response.getEntity();
        BodyStream problem =
                entity == null ? null : new BodyStream(entity.getContent(), guard, ErrorAnswers.PROBLEM_LIMIT);
        BackendException failure = errorAnswers.explain(response, problem);
        return Thread.currentThread().isInterrupted() ? cancelled(failure) : failure;
    }

    private <T> T read(
            ClassicHttpResponse response,
            InterruptGuard guard,
            Expected expected,
            BodyReader<T> reader,
            Optional<T> missing)
            throws IOException, BackendException {
        if (response.getCode() == 404 && missing.isPresent()) {
            return missing.get();
        }
        if (response.getCode() != 200) {
            throw refusal(response, guard);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null || !isOf(expected.type, entity.getContentType())) {
            throw new MalformedAnswerException("it is no " + expected.type.getMimeType()
                    + ". Check the server's address, or sign in to the network you are on.");
        }
        return reader.read(new BodyStream(entity.getContent(), guard, expected.limit));
    }

    private static BackendException cancelled(Throwable reason) {
        return new BackendException(BackendException.Cause.CANCELLED, "Cancelled.", reason, Optional.empty());
    }

    private static boolean isOf(ContentType expected, @Nullable String actual) {
        ContentType parsed = ContentType.parseLenient(actual);
        return parsed != null && expected.isSameMimeType(parsed);
    }

    URI uri(String path, Map<String, String> query) {
        try {
            URIBuilder builder = new URIBuilder(access.server().resolve(path));
            query.forEach(builder::addParameter);
            return builder.build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a path of the API: " + path, e);
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
