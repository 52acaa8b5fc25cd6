package org.waystation.simulation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thing that is to be done at a time. */
final class VirtualTask<V> extends FutureTask<V> implements ScheduledFuture<V> {

    private final VirtualTime time;
    final long due;
    final long number;

    @Nullable
    VirtualThread owner;

    private @Nullable Throwable failure;

    VirtualTask(Callable<V> work, VirtualTime time, long due, long number) {
        super(work);
        this.time = time;
        this.due = due;
        this.number = number;
    }

    @Override
    protected void setException(Throwable thrown) {
        failure = thrown;
        super.setException(thrown);
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.ofNanos(due - time.nanos()));
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
