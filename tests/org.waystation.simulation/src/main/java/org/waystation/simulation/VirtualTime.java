package org.waystation.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when it is told to, and all that is due in it: every thread of every machine is a queue of tasks
 * here, and they run one after the other in the order of their times.
 */
final class VirtualTime {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");

    private final PriorityQueue<VirtualTask<?>> tasks = new PriorityQueue<>(
            Comparator.<VirtualTask<?>>comparingLong(task -> task.due).thenComparingLong(task -> task.number));
    private final Consumer<Throwable> failed;
    private long nanos;
    private long numbers;

    /** @param failed is told what a task ended with, where it did not end well */
    VirtualTime(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** Since the beginning; never goes back. */
    synchronized long nanos() {
        return nanos;
    }

    Instant now() {
        return BEGINNING.plusNanos(nanos());
    }

    /** Time passes while somebody is at work: nothing else runs meanwhile. */
    synchronized void spend(Duration time) {
        nanos += time.toNanos();
    }

    /** Lets time pass, with all that comes due in it. */
    void advance(Duration by) {
        long end = nanos() + by.toNanos();
        for (VirtualTask<?> task = next(end); task != null; task = next(end)) {
            task.run();
            Throwable failure = task.failure();
            if (failure != null) {
                failed.accept(failure);
            }
        }
        synchronized (this) {
            nanos = Math.max(nanos, end);
        }
    }

    private synchronized @Nullable VirtualTask<?> next(long end) {
        while (!tasks.isEmpty() && tasks.peek().isCancelled()) {
            tasks.poll();
        }
        if (tasks.isEmpty() || tasks.peek().due > end) {
            return null;
        }
        VirtualTask<?> task = tasks.poll();
        nanos = Math.max(nanos, task.due);
        return task;
    }

    synchronized <V> VirtualTask<V> add(Callable<V> work, Duration delay) {
        VirtualTask<V> task = new VirtualTask<>(work, this, nanos + Math.max(0, delay.toNanos()), numbers++);
        tasks.add(task);
        return task;
    }

    synchronized void drop(VirtualThread thread) {
        tasks.removeIf(task -> task.owner == thread);
    }

    ScheduledExecutorService thread() {
        return new VirtualThread(this);
    }

    /** A machine's clock, which may be wrong. */
    Clock clock(Supplier<Duration> error) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now().plus(error.get());
            }
        };
    }
}
