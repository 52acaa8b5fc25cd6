package org.waystation.vault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The profile was not unlocked. The message is for the technician and says what to do. */
public final class UnlockException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The secret is not the one of this profile. */
        WRONG_SECRET,
        /** A new profile needs a longer secret. */
        TOO_SHORT,
        /** The key file and its previous generation are damaged. */
        DAMAGED,
        /** The key file or the secret could not be read or written. */
        UNREADABLE,
        /** The machine was without the server for too long, and the server gave no new lease. */
        LEASE_OVER,
        /** The system's keyring does not answer. */
        NO_KEYRING
    }

    public UnlockException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
