package org.waystation.sync.internal;

import java.time.Duration;
import java.util.Optional;

/** When this machine's copy is compared with the server: now and then, soon after something doubtful, when asked. */
final class CheckPlan {

    /** How long after the last one by itself. */
    static final Duration EVERY = Duration.ofHours(6);

    /** How long after something doubtful; more of it may come. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** Two by themselves are never closer than this. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofMinutes(10);

    private final EngineTime time;
    private long due;
    private long notBefore;
    private boolean asked;

    CheckPlan(EngineTime time) {
        this.time = time;
        this.notBefore = time.nanos().getAsLong();
        this.due = notBefore + FIRST.toNanos();
    }

    /** Somebody asks. */
    void now() {
        asked = true;
    }

    /** The copy may lack something. */
    void soon() {
        long wanted = Math.max(time.nanos().getAsLong() + SOON.toNanos(), notBefore);
        due = Math.min(due, wanted);
    }

    /** @param metered the network counts what goes over it, so only what was asked for is due */
    boolean isDue(boolean metered) {
        return asked || (!metered && time.until(due).isZero());
    }

    void done() {
        asked = false;
        long now = time.nanos().getAsLong();
        due = now + EVERY.toNanos();
        notBefore = now + APART.toNanos();
    }

    /** How long it is until the next one, where that is sooner than the engine looks anyway. */
    Optional<Duration> untilDue() {
        Duration left = time.until(due);
        return left.compareTo(SyncEngine.PATIENCE) < 0 ? Optional.of(left.plusMillis(1)) : Optional.empty();
    }
}
