package org.waystation.conformance;

/** A requirement cannot be asked here; the message says why and what it would take. */
public final class NotAsked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAsked(String reason) {
        super(reason);
    }
}
