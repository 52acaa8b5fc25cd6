package org.waystation.api.sync;

import java.time.Duration;
import java.util.Optional;

/** A call to the remote system failed. The message is for the technician and says what to do. */
public final class BackendException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause kind;
    private final transient Optional<Duration> retryAfter;

    /** What went wrong, as far as it decides what happens next. */
    public enum Cause {
        /** No answer: the network or the server is down. Tried again by itself. */
        UNREACHABLE,
        /** The server's certificate does not verify. Not tried again before somebody acts. */
        UNTRUSTED_CERTIFICATE,
        /** The token is wrong or was revoked. Not tried again before somebody signs in. */
        TOKEN_INVALID,
        /** The token is over. Not tried again before somebody signs in. */
        TOKEN_EXPIRED,
        /** The access of this machine was taken away: it locks, and only the server can give the access back. */
        ACCESS_REVOKED,
        /** We may not do this. */
        FORBIDDEN,
        /** The server failed (5xx) or asked us to slow down (429). Tried again by itself. */
        SERVER_ERROR,
        /** The answer cannot be read or was cut off. Tried again by itself. */
        MALFORMED,
        /** The cursor is too old or of another epoch: a new snapshot is needed. */
        CURSOR_EXPIRED,
        /** Our own request was wrong. */
        REFUSED,
        /** Cancelled by us. */
        CANCELLED
    }

    public BackendException(Cause kind, String message) {
        this(kind, message, null, Optional.empty());
    }

    public BackendException(
            Cause kind,
            String message,
            @org.jspecify.annotations.Nullable Throwable reason,
            Optional<Duration> retryAfter) {
        super(message, reason);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Cause kind() {
        return kind;
    }

    /** How long the server asked us to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the engine may try again by itself. */
    public boolean passes() {
        return switch (kind) {
            case UNREACHABLE, SERVER_ERROR, MALFORMED -> true;
            default -> false;
        };
    }
}
