package org.waystation.shell.internal.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides from beats and looks whether the UI thread is held. Asked for a beat, a free thread gives it at once; one
 * that has not given it for longer than the limit is held. A watcher that itself came late, such as on a machine that
 * was asleep, proves nothing and starts anew.
 */
final class Heartbeat {

    private final long limit;
    private final long lateness;
    private long askedAt = -1;
    private long lookedAt = -1;

    /**
     * Times in nanoseconds.
     *
     * @param limit from when on a thread counts as held
     * @param lateness of a look after which it proves nothing
     */
    Heartbeat(Duration limit, Duration lateness) {
        this.limit = limit.toNanos();
        this.lateness = lateness.toNanos();
    }

    /** A look at the thread: true when a beat is to be asked for now. */
    synchronized boolean look(long now) {
        if (lookedAt >= 0 && now - lookedAt > lateness && askedAt >= 0) {
            askedAt = now;
        }
        lookedAt = now;
        if (askedAt < 0) {
            askedAt = now;
            return true;
        }
        return false;
    }

    /** How long the thread has been held, when that is longer than the limit. */
    synchronized Optional<Duration> held(long now) {
        return askedAt >= 0 && now - askedAt > limit ? Optional.of(Duration.ofNanos(now - askedAt)) : Optional.empty();
    }

    /** The thread gives its beat; how long it was held until now when that was longer than the limit. */
    synchronized Optional<Duration> beat(long now) {
        Optional<Duration> held = held(now);
        askedAt = -1;
        return held;
    }
}
