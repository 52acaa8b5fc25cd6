package org.waystation.sync.internal;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the engine once, at the time that was set last. Used from the engine's thread. */
final class Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final ScheduledExecutorService engine;
    private final Runnable wake;
    private @Nullable ScheduledFuture<?> set;

    Alarm(ScheduledExecutorService engine, Runnable wake) {
        this.engine = engine;
        this.wake = wake;
    }

    void set(Duration in) {
        cancel();
        try {
            set = engine.schedule(wake, in.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine was ended in the middle of a turn.", e);
        }
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
