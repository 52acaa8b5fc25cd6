package org.waystation.store.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has page caches given back to the system once nobody has used the database for a while. */
final class IdleCaches {

    private final Duration quiet;
    private final Runnable giveBack;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long lastUse;

    /**
     * @param quiet for so long nobody uses it
     * @param giveBack is run then, once until the next use, on a thread of the common pool
     */
    IdleCaches(Duration quiet, Runnable giveBack) {
        this.quiet = quiet;
        this.giveBack = giveBack;
    }

    /** Somebody has just used it. */
    void used() {
        lastUse = System.nanoTime();
        if (waiting.compareAndSet(false, true)) {
            lookAfter(quiet.toNanos());
        }
    }

    private void lookAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
    }

    private void look() {
        long left = quiet.toNanos() - (System.nanoTime() - lastUse);
        if (left > 0) {
            lookAfter(left);
            return;
        }
        waiting.set(false);
        giveBack.run();
    }
}
