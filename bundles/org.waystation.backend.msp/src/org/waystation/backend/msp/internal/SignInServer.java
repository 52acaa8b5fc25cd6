package org.waystation.backend.msp.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.waystation.api.sync.BackendException;

/** The server as one that signs people in (RFC 8414, 6749, 7009, 8628). Answers are small JSON objects of texts and numbers. */
final class SignInServer implements AutoCloseable {

    static final String CLIENT_ID = "waystation-workstation";
    private static final int ANSWER_LIMIT = 64_000;
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

    private final URI base;
    private final CloseableHttpClient http;

    /** @param base the server's address, with a slash at its end */
    SignInServer(URI base, CloseableHttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** The server said no; {@code code} is the name of RFC 6749 or RFC 8628, empty where it gave none. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final boolean revoked;

        RefusedException(String code) {
            this(code, false);
        }

        RefusedException(String code, boolean revoked) {
            super(code);
            this.code = code;
            this.revoked = revoked;
        }

        /** Whether somebody took the access of this machine away, rather than that the sign-in came to its end. */
        boolean isRevoked() {
            return revoked;
        }

        String code() {
            return code;
        }
    }

    /** What a sign-in gives. */
    record Tokens(String access, Duration lasts, String refresh) {

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }

    /** Where signing in happens, as the server names it. */
    Map<String, String> metadata() throws BackendException, RefusedException {
        return send(new HttpGet(base.resolve(".well-known/oauth-authorization-server")));
    }

    Tokens tokens(Map<String, String> form) throws BackendException, RefusedException {
        Map<String, String> answer = post("oauth/token", form);
        String access = answer.getOrDefault("access_token", "");
        String refresh = answer.getOrDefault("refresh_token", "");
        if (access.isEmpty() || refresh.isEmpty()) {
            throw new RefusedException("");
        }
        return new Tokens(access, seconds(answer, "expires_in", 60), refresh);
    }

    Map<String, String> device(Map<String, String> form) throws BackendException, RefusedException {
        return post("oauth/device_authorization", form);
    }

    void revoke(String token) throws BackendException, RefusedException {
        post("oauth/revoke", Map.of("token", token));
    }

    static Duration seconds(Map<String, String> answer, String name, long fallback) {
        String text = answer.getOrDefault(name, "");
        return Duration.ofSeconds(text.matches("[0-9]{1,6}") ? Long.parseLong(text) : fallback);
    }

    private Map<String, String> post(String path, Map<String, String> form) throws BackendException, RefusedException {
        HttpPost request = new HttpPost(base.resolve(path));
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_id", CLIENT_ID);
        request.setEntity(new ByteArrayEntity(encode(all).getBytes(StandardCharsets.US_ASCII), FORM));
        return send(request);
    }

    static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> send(HttpUriRequestBase request) throws BackendException, RefusedException {
        HttpHost host = HttpHost.create(base);
        try (InterruptGuard guard = new InterruptGuard(request::abort)) {
            Answer answer = guard.run(() -> http.execute(
                    host,
                    request,
                    response -> new Answer(
                            response.getCode(),
                            response.getEntity() == null
                                    ? new byte[0]
                                    : response.getEntity().getContent().readNBytes(ANSWER_LIMIT))));
            Map<String, String> values = read(answer.body());
            if (answer.status() == 200) {
                return values;
            }
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new BackendException(
                        BackendException.Cause.SERVER_ERROR, base.getHost() + " cannot sign you in at the moment.");
            }
            throw new RefusedException(
                    values.getOrDefault("error", ""),
                    values.getOrDefault("code", "").equals("access_revoked"));
        } catch (IOException e) {
            throw new TransportFailures(host.toHostString()).explain(e);
        }
    }

    private record Answer(int status, byte[] body) {}

    /** What is no JSON object says nothing: a page of a proxy, for one. */
    private Map<String, String> read(byte[] body) throws BackendException {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonInput input = new JsonInput(new ByteArrayInputStream(body))) {
            if (input.next()) {
                input.object(field -> {
                    Optional<String> value = input.scalar();
                    value.ifPresent(text -> values.put(field, text));
                });
            }
            return values;
        } catch (IOException e) {
            throw new BackendException(
                    BackendException.Cause.MALFORMED,
                    "Something other than the MSP server answers at " + base.getHost() + ". Check the address.");
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
