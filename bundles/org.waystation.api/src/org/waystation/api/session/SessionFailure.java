package org.waystation.api.session;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session could not be had or was lost. The message is for the technician and says what to do. */
public final class SessionFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable HostKeyChange hostKeyChange;

    /** Why. */
    public enum Reason {
        /** User, password, key or code were not accepted. */
        REFUSED_SIGN_IN,
        /** The host shows another key than the one it is known by: the connection is never made. */
        HOST_KEY_CHANGED,
        /** The technician did not trust the host. */
        HOST_NOT_TRUSTED,
        /** Nothing answers there. */
        UNREACHABLE,
        /** Something answers, and then no more. */
        TIMEOUT,
        /** The connection ended without having been closed. */
        LOST,
        /** The credential is gone or cannot be used. */
        CREDENTIAL,
        /** What the other side said makes no sense. */
        PROTOCOL
    }

    public SessionFailure(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.hostKeyChange = null;
    }

    /** The host shows another key than the one it is known by. */
    public SessionFailure(HostKeyChange change, String message) {
        super(message);
        this.reason = Reason.HOST_KEY_CHANGED;
        this.hostKeyChange = change;
    }

    public Reason reason() {
        return reason;
    }

    /** Both keys, where the reason is {@link Reason#HOST_KEY_CHANGED} and the protocol tells them. */
    public Optional<HostKeyChange> hostKeyChange() {
        return Optional.ofNullable(hostKeyChange);
    }
}
