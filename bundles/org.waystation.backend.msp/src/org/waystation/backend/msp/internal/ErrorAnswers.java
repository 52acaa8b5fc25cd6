package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.Problem;

/** Says in a technician's words what an answer other than 2xx means, and what to do. */
final class ErrorAnswers {

    /** Problem details are short; a page of an intermediary need not be read to its end. */
    static final long PROBLEM_LIMIT = 64_000;

    private final String host;
    private final RetryAfter retryAfter;

    ErrorAnswers(String host, Clock clock) {
        this.host = host;
        this.retryAfter = new RetryAfter(clock);
    }

    BackendException explain(HttpResponse response, @Nullable BodyStream body) {
        Optional<Problem> problem = problem(response, body);
        String code = problem.map(Problem::code).orElse("");
        int status = response.getCode();
        if (code.equals("cursor_expired") || code.equals("epoch_changed")) {
            return of(Cause.CURSOR_EXPIRED, "The server's history has moved on: everything is fetched anew.");
        }
        if (code.equals("access_revoked")) {
            return revoked(host);
        }
        return switch (status) {
            case 401 ->
                code.equals("token_expired")
                        ? of(Cause.TOKEN_EXPIRED, "Your sign-in to " + host + " has expired. Sign in again.")
                        : of(Cause.TOKEN_INVALID, "The token for " + host + " is no longer valid. Sign in again.");
            case 403 ->
                of(
                        Cause.FORBIDDEN,
                        host + " does not allow this" + reason(problem) + " Ask whoever manages your account.");
            case 407 -> of(Cause.UNREACHABLE, "The network's proxy wants a sign-in. Ask whoever runs the network.");
            case 410 -> of(Cause.CURSOR_EXPIRED, "The server's history has moved on: everything is fetched anew.");
            case 429 -> later(response, host + " asks us to slow down.");
            case 408, 425 -> later(response, host + " is not ready yet.");
            default -> other(status, response, problem);
        };
    }

    /** The server has taken the access of this computer away. */
    static BackendException revoked(String host) {
        return of(
                Cause.ACCESS_REVOKED,
                "The access of this computer to " + host + " was taken away. Ask whoever manages your account.");
    }

    private BackendException other(int status, HttpResponse response, Optional<Problem> problem) {
        if (status >= 500) {
            return later(response, host + " has a fault of its own (HTTP " + status + ")" + reason(problem));
        }
        if (status >= 400 && problem.isPresent()) {
            return of(Cause.REFUSED, host + " refused the request (HTTP " + status + ")" + reason(problem));
        }
        if (status >= 300 && status < 400) {
            return of(
                    Cause.MALFORMED,
                    "Instead of an answer, " + host + " points somewhere else (HTTP " + status
                            + "). That is not followed. Check the server's address, or sign in to the network you are on.");
        }
        return of(
                Cause.MALFORMED,
                "Something other than the MSP server answers at " + host + " (HTTP " + status
                        + "). Check the server's address, or sign in to the network you are on.");
    }

    private BackendException later(HttpResponse response, String message) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        Optional<Duration> wait =
                header == null || header.getValue() == null ? Optional.empty() : retryAfter.parse(header.getValue());
        return new BackendException(Cause.SERVER_ERROR, message, null, wait);
    }

    private static Optional<Problem> problem(HttpResponse response, @Nullable BodyStream body) {
        Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        if (body == null || type == null || !isProblem(type.getValue())) {
            return Optional.empty();
        }
        try (JsonInput input = new JsonInput(body)) {
            return input.next() ? Optional.of(ProblemReader.read(input)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the status alone says enough
        }
    }

    private static boolean isProblem(String type) {
        ContentType parsed = ContentType.parseLenient(type);
        return parsed != null && "application/problem+json".equalsIgnoreCase(parsed.getMimeType());
    }

    private static String reason(Optional<Problem> problem) {
        return problem.map(Problem::sentence)
                .map(sentence -> ": " + sentence + (sentence.endsWith(".") ? "" : "."))
                .orElse(".");
    }

    private static BackendException of(Cause cause, String message) {
        return new BackendException(cause, message);
    }
}
