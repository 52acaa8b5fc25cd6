package org.waystation.store;

import java.io.IOException;

/** The store could not do it. The message is for the technician and says what to do. */
public final class StoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        DISK_FULL,
        CORRUPT,
        WRONG_KEY,
        NEWER_SCHEMA,
        IN_USE,
        CLOSED,
        /** The calling thread was interrupted. */
        INTERRUPTED,
        OTHER
    }

    public StoreException(Reason reason, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
