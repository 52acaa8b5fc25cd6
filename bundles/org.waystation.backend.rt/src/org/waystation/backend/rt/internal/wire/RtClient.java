package org.waystation.backend.rt.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.backend.rt.RtAccess.Method;

/**
 * Speaks with one Request Tracker as one user, one request after the other. With a password it opens a session, whose
 * cookie stands for the password where something is read, and opens it anew once where it has ended. Request Tracker takes
 * changes by a cookie only from its own pages, so a change brings user and password with it. Nothing is tried again behind
 * the engine's back, and no redirect is followed.
 */
public final class RtClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final long LARGEST = 128L * 1024 * 1024;
    private static final int FOUND = 302;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;

    private final URI server;
    private final Method method;
    private final String user;
    private final char[] secret;
    private final HttpClient http;
    private final Failures failures;
    private final Remembered remembered = new Remembered();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong requests = new AtomicLong();
    private volatile Optional<Instant> serverTime = Optional.empty();
    private boolean inSession;

    /**
     * @param server its address, with a slash at its end
     * @param secret password or token; the client's own from now on, wiped when it closes
     */
    public RtClient(URI server, Method method, String user, char[] secret) throws BackendException {
        this.server = server;
        this.method = method;
        this.user = user;
        this.secret = secret;
        this.failures = new Failures(server.getHost());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .sslContext(TlsTrust.context())
                .build();
    }

    /**
     * What came back.
     *
     * @param body JSON; missing where there was none
     * @param etag without its quotes; empty where there was none
     * @param location of what was made; empty where nothing was
     */
    public record Answer(int status, JsonNode body, String etag, String location) {

        /** The number at the end of the location; 0 where there is none. */
        public long made() {
            String end = location.substring(location.lastIndexOf('/') + 1);
            return end.matches("[0-9]{1,18}") ? Long.parseLong(end) : 0;
        }

        /** A session that nobody is signed in to is answered by a redirection to the page that signs in. */
        boolean lacksSession() {
            return status == UNAUTHORIZED || status == FOUND;
        }

        public boolean fine() {
            return status >= 200 && status < 300;
        }

        /** What the server said, as one sentence. */
        public String words() {
            if (body.isArray()) {
                StringBuilder all = new StringBuilder();
                body.forEach(line -> all.append(all.isEmpty() ? "" : " ").append(Json.text(line)));
                return all.toString();
            }
            return Json.text(body.path("message"));
        }
    }

    /** How many requests were sent. */
    public long requests() {
        return requests.get();
    }

    /** The server's clock at its last answer. */
    public Instant serverTime() {
        return serverTime.orElseGet(Instant::now);
    }

    /** An answer that must be there. */
    public JsonNode get(String path) throws BackendException {
        Answer answer = read(path);
        if (!answer.fine()) {
            throw failures.of(answer);
        }
        return answer.body();
    }

    /** What is there, with its tag; empty where nothing is, or nothing that we may see. */
    public Optional<Answer> find(String path) throws BackendException {
        Answer answer = read(path);
        if (answer.status() == 404 || answer.status() == 403) {
            return Optional.empty();
        }
        if (!answer.fine()) {
            throw failures.of(answer);
        }
        return Optional.of(answer);
    }

    /** What is known already and still so is not sent again. */
    private Answer read(String path) throws BackendException {
        Optional<Answer> known = remembered.of(path);
        HttpRequest.Builder request = request(path).GET();
        known.ifPresent(answer -> request.header("If-None-Match", "\"" + answer.etag() + "\""));
        Answer answer = send(request);
        if (answer.status() == NOT_MODIFIED && known.isPresent()) {
            return known.get();
        }
        remembered.keep(path, answer);
        return answer;
    }

    /** A search by conditions. */
    public JsonNode search(String path, Terms terms) throws BackendException {
        String query = "query=" + escape(terms.json().toString());
        return get(path + (path.contains("?") ? "&" : "?") + query);
    }

    /**
     * Sends a change. A refusal is an answer like another one here.
     *
     * @param ifMatch tag of the state that it builds on
     */
    public Answer write(String verb, String path, JsonNode body, Optional<String> ifMatch) throws BackendException {
        byte[] bytes;
        try {
            bytes = Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofByteArray(bytes));
        ifMatch.ifPresent(tag -> request.header("If-Match", "\"" + tag + "\""));
        if (method == Method.PASSWORD) {
            byte[] both = (user + ":" + new String(secret)).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        return send(request);
    }

    /** A name or a query as part of an address. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("REST/2.0/" + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("User-Agent", "Waystation/1.0");
    }

    private Answer send(HttpRequest.Builder request) throws BackendException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
        try {
            if (method == Method.TOKEN) {
                request.header("Authorization", "token " + new String(secret));
            } else if (!inSession) {
                openSession();
            }
            Answer answer = exchange(request.build());
            if (answer.lacksSession() && method == Method.PASSWORD) {
                openSession();
                answer = exchange(request.build());
            }
            if (answer.lacksSession()) {
                inSession = false;
                throw failures.notSignedIn(method);
            }
            return answer;
        } finally {
            turn.unlock();
        }
    }

    private void openSession() throws BackendException {
        inSession = false;
        String form = "user=" + escape(user) + "&pass=" + escape(new String(secret));
        HttpRequest login = HttpRequest.newBuilder(server.resolve("NoAuth/Login.html"))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Waystation/1.0")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<InputStream> response = raw(login);
        try (InputStream body = response.body()) {
            body.skip(LARGEST);
        } catch (IOException e) {
            throw failures.of(e);
        }
        if (response.statusCode() >= 400) {
            throw failures.of(new Answer(response.statusCode(), Json.object(), "", ""));
        }
        inSession = true;
    }

    private HttpResponse<InputStream> raw(HttpRequest request) throws BackendException {
        requests.incrementAndGet();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            response.headers()
                    .firstValue("Date")
                    .flatMap(RtClient::date)
                    .ifPresent(time -> serverTime = Optional.of(time));
            return response;
        } catch (InterruptedException e) {
            throw cancelled(e);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private Answer exchange(HttpRequest request) throws BackendException {
        HttpResponse<InputStream> response = raw(request);
        JsonNode body;
        try (InputStream in = new Limited(response.body(), LARGEST)) {
            body = parse(in.readAllBytes(), response.statusCode());
        } catch (IOException e) {
            throw failures.of(e);
        }
        String etag = response.headers().firstValue("ETag").orElse("").replace("\"", "");
        String location = response.headers().firstValue("Location").orElse("");
        Answer answer = new Answer(response.statusCode(), body, etag, location);
        if (answer.status() >= 500 || answer.status() == 429) {
            throw failures.busy(
                    answer, response.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,6}")));
        }
        return answer;
    }

    private JsonNode parse(byte[] body, int status) throws BackendException {
        try {
            @Nullable JsonNode read = body.length == 0 ? null : Json.MAPPER.readTree(body);
            return read == null ? Json.object() : read;
        } catch (IOException e) {
            if (status >= 300) {
                return Json.object();
            }
            throw failures.malformed(e);
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static BackendException cancelled(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackendException(Cause.CANCELLED, "Cancelled.", e, Optional.empty());
    }

    /** The number of the user that a token is of, which is in it; empty where it has another form. */
    public Optional<String> userOfToken() {
        List<String> parts = Arrays.asList(new String(secret).split("-", 3));
        return method == Method.TOKEN && parts.size() == 3 && parts.get(1).matches("[0-9]{1,18}")
                ? Optional.of(parts.get(1))
                : Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
        Arrays.fill(secret, '\0');
    }
}
