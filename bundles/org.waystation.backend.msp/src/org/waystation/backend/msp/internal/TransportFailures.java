package org.waystation.backend.msp.internal;

import com.fasterxml.jackson.core.JacksonException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;

/** Says in a technician's words why there was no whole answer, and what to do. */
final class TransportFailures {

    private final String host;

    /** @param host as it shall be named to the technician */
    TransportFailures(String host) {
        this.host = host;
    }

    BackendException explain(IOException failure) {
        if (failure instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            return of(Cause.CANCELLED, "Cancelled.", failure);
        }
        return switch (failure) {
            case MalformedAnswerException e ->
                of(Cause.MALFORMED, "The answer of " + host + " cannot be used: " + e.getMessage(), e);
            case JacksonException e ->
                of(Cause.MALFORMED, "The answer of " + host + " is not valid JSON or was cut off.", e);
            case TruncatedChunkException e -> cutOff(e);
            case MalformedChunkCodingException e -> cutOff(e);
            case ConnectionClosedException e -> cutOff(e);
            case EOFException e -> cutOff(e);
            case ZipException e -> cutOff(e);
            case SSLException e -> insecure(e);
            case UnknownHostException e ->
                of(
                        Cause.UNREACHABLE,
                        "The name " + host + " is not known here. Check the network and the server's address.",
                        e);
            case SocketTimeoutException e ->
                of(Cause.UNREACHABLE, host + " did not answer in time. Check the network.", e);
            case NoRouteToHostException e ->
                of(Cause.UNREACHABLE, "No way leads to " + host + ". Check the network.", e);
            case ConnectException e ->
                of(Cause.UNREACHABLE, host + " does not take connections. The server may be down.", e);
            default -> of(Cause.UNREACHABLE, "The connection to " + host + " broke. Check the network.", failure);
        };
    }

    /** A message that is no HTTP at all. */
    BackendException explain(ProtocolException failure) {
        return of(Cause.MALFORMED, host + " does not speak HTTP as expected. Check the server's address.", failure);
    }

    private BackendException cutOff(IOException failure) {
        return of(Cause.MALFORMED, "The answer of " + host + " was cut off.", failure);
    }

    private BackendException insecure(SSLException failure) {
        Set<Class<?>> causes = new HashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause.getClass());
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return untrusted("it is made out to another name", "", failure);
        }
        if (causes.contains(CertificateExpiredException.class)) {
            return untrusted("it has expired", "", failure);
        }
        if (causes.contains(CertificateNotYetValidException.class)) {
            return untrusted("it is not valid yet", " Check this machine's clock.", failure);
        }
        if (causes.stream().anyMatch(GeneralSecurityException.class::isAssignableFrom)) {
            return untrusted(
                    "no authority known to this machine has issued it",
                    " Your own authority can be named with -Dwaystation.ca=FILE.",
                    failure);
        }
        return of(
                Cause.UNREACHABLE,
                "No secure connection to " + host + " came about. It needs TLS 1.2 or newer.",
                failure);
    }

    private BackendException untrusted(String why, String hint, SSLException failure) {
        String message = "The certificate of " + host + " does not verify: " + why
                + ". Nothing was sent. Ask whoever runs the server; do not go around it." + hint;
        return of(Cause.UNTRUSTED_CERTIFICATE, message, failure);
    }

    private static BackendException of(Cause cause, String message, Throwable reason) {
        return new BackendException(cause, message, reason, Optional.empty());
    }
}
