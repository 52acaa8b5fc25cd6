package org.waystation.sync.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes the engine once, at the time that was set last. Used from the engine's thread. */
final class Alarm {

    private final ScheduledExecutorService engine;
    private final Runnable wake;
    private @Nullable ScheduledFuture<?> set;

    Alarm(ScheduledExecutorService engine, Runnable wake) {
        this.engine = engine;
        this.wake = wake;
    }

    void set(Duration in) {
        cancel();
        set = engine.schedule(wake, in.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
