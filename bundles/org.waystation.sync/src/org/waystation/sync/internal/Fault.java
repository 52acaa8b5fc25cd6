package org.waystation.sync.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;

/**
 * What keeps the engine from going on.
 *
 * @param state {@code OFFLINE} where it passes by itself, {@code ATTENTION} where somebody must act
 * @param key names the cause, so that a fault that persists is told once
 * @param title one short sentence
 * @param detail what to do about it
 * @param pace when to try again
 * @param noSoonerThan what the server asked for
 */
record Fault(State state, String key, String title, String detail, Pace pace, Optional<Duration> noSoonerThan) {

    /** When to try again. */
    enum Pace {
        /** By itself, later each time. */
        BACK_OFF,
        /** By itself, once a minute: what is wrong is on this machine and costs nobody else anything. */
        SLOWLY,
        /** When somebody asks for it, or has signed in anew. */
        WHEN_ASKED
    }

    /** The key of what signing in again settles. */
    static final String TOKEN = "sync.token";

    static Fault of(BackendException e) {
        String key = "sync." + e.kind().name().toLowerCase(Locale.ROOT);
        return switch (e.kind()) {
            case UNREACHABLE -> passing("sync.unreachable", "The server does not answer", e);
            case SERVER_ERROR -> passing("sync.unreachable", "The server has a fault", e);
            case MALFORMED, CURSOR_EXPIRED, CANCELLED ->
                passing("sync.unreachable", "The server's answer cannot be used", e);
            case UNTRUSTED_CERTIFICATE -> attention(key, "The server's certificate does not verify", e);
            case TOKEN_INVALID, TOKEN_EXPIRED -> attention(TOKEN, "Sign in again", e);
            case ACCESS_REVOKED -> attention(TOKEN, "The access of this computer was taken away", e);
            case FORBIDDEN -> attention(key, "The server does not allow this", e);
            case REFUSED -> attention(key, "The server refuses what Waystation asks", e);
        };
    }

    static Fault of(StoreException e) {
        String title = e.reason() == StoreException.Reason.DISK_FULL
                ? "The disk is full"
                : "The local database cannot be used";
        Pace pace = e.reason() == StoreException.Reason.DISK_FULL ? Pace.SLOWLY : Pace.WHEN_ASKED;
        String key = "sync.store." + e.reason().name().toLowerCase(Locale.ROOT);
        return new Fault(State.ATTENTION, key, title, e.getMessage(), pace, Optional.empty());
    }

    /** A fault of our own; it is in the log. */
    static Fault of(Throwable unexpected) {
        return new Fault(
                State.ATTENTION,
                "sync.internal",
                "Sync met a fault of its own",
                "It is tried again by itself; nothing is lost. Please send the log to whoever looks after Waystation: "
                        + unexpected.getClass().getSimpleName(),
                Pace.BACK_OFF,
                Optional.empty());
    }

    private static Fault passing(String key, String title, BackendException e) {
        String detail = e.getMessage() + " You can go on working; it is tried again by itself.";
        return new Fault(State.OFFLINE, key, title, detail, Pace.BACK_OFF, e.retryAfter());
    }

    private static Fault attention(String key, String title, BackendException e) {
        String detail = e.getMessage() + " You can go on working; your changes are kept.";
        return new Fault(State.ATTENTION, key, title, detail, Pace.WHEN_ASKED, e.retryAfter());
    }
}
