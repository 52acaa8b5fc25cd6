package org.waystation.backend.rt.internal.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.backend.rt.RtAccess.Method;

/** Says in a technician's words what went wrong between here and Request Tracker. */
final class Failures {

    private final String host;

    Failures(String host) {
        this.host = host;
    }

    BackendException of(IOException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return of(Cause.CANCELLED, "Cancelled.", failure);
        }
        if (failure.getCause() instanceof UnresolvedAddressException || failure instanceof UnknownHostException) {
            return of(Cause.UNREACHABLE, "The name " + host + " is not known here. Check the address.", failure);
        }
        return switch (failure) {
            case HttpTimeoutException e ->
                of(Cause.UNREACHABLE, host + " did not answer in time. Check the network.", e);
            case ConnectException e ->
                of(Cause.UNREACHABLE, host + " does not take connections. Request Tracker may be down.", e);
            case SSLException e ->
                of(
                        Cause.UNTRUSTED_CERTIFICATE,
                        "The certificate of " + host + " does not verify, so nothing was sent. An authority of your own"
                                + " can be named with -Dwaystation.ca=FILE.",
                        e);
            default -> of(Cause.UNREACHABLE, "The connection to " + host + " broke. Check the network.", failure);
        };
    }

    BackendException of(RtClient.Answer answer) {
        String said = answer.words().isEmpty() ? "" : " It says: " + answer.words();
        return switch (answer.status()) {
            case 403 -> of(Cause.FORBIDDEN, "Request Tracker on " + host + " does not let this user do that." + said);
            case 404, 405, 301, 307, 308 ->
                of(
                        Cause.REFUSED,
                        "There is no REST 2.0 interface of Request Tracker at this address of " + host
                                + ". Check the address, with the path if there is one." + said);
            default -> of(Cause.REFUSED, "Request Tracker on " + host + " refuses." + said);
        };
    }

    BackendException busy(RtClient.Answer answer, Optional<String> retryAfter) {
        String said = answer.words().isEmpty() ? "" : " It says: " + answer.words();
        return new BackendException(
                Cause.SERVER_ERROR,
                "Request Tracker on " + host + " failed (" + answer.status() + ")." + said,
                null,
                retryAfter.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    BackendException malformed(IOException reason) {
        return of(
                Cause.MALFORMED,
                "The answer of " + host + " is not what Request Tracker answers, or was cut off. Check the address.",
                reason);
    }

    BackendException notSignedIn(Method method) {
        return of(
                Cause.TOKEN_INVALID,
                method == Method.TOKEN
                        ? "Request Tracker does not take the token. Make a new one there and connect again."
                        : "Request Tracker does not take the user and password. Connect again.");
    }

    private static BackendException of(Cause cause, String message) {
        return new BackendException(cause, message);
    }

    private static BackendException of(Cause cause, String message, Throwable reason) {
        return new BackendException(cause, message, reason, Optional.empty());
    }
}
