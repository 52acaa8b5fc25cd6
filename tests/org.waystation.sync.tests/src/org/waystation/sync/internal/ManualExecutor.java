package org.waystation.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** Runs tasks on the test's own thread, when the test says so, by a clock that the test moves. */
final class ManualExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private static final long GENEROUS_MILLIS = 60_000;

    private final ManualClock clock;
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>, Instant>comparing(task -> task.due).thenComparing(task -> task.number));
    private long numbers;
    private boolean shut;

    ManualExecutor(ManualClock clock) {
        this.clock = clock;
    }

    /** Runs what is due, and waits for other threads to bring more, until the condition holds. */
    void runUntil(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Task<?> task = next(clock.instant(), true);
            Assertions.assertNotNull(task, () -> "Nothing more happens, but not yet: " + what);
            task.run();
        }
    }

    /** Runs what is due. */
    void runDue() {
        for (Task<?> task = next(clock.instant(), false); task != null; task = next(clock.instant(), false)) {
            task.run();
        }
    }

    /** Lets time pass, with all that comes due in it. */
    void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        for (Task<?> task = next(end, false); task != null; task = next(end, false)) {
            if (task.due.isAfter(clock.instant())) {
                clock.set(task.due);
            }
            task.run();
        }
        clock.set(end);
    }

    private synchronized Task<?> next(Instant until, boolean patiently) {
        tasks.removeIf(FutureTask::isCancelled);
        if (patiently && (tasks.isEmpty() || tasks.peek().due.isAfter(until))) {
            try {
                wait(GENEROUS_MILLIS); // a loop is around: the caller looks again
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return tasks.isEmpty() || tasks.peek().due.isAfter(until) ? null : tasks.poll();
    }

    private synchronized <V> Task<V> add(Callable<V> work, Duration delay) {
        if (shut) {
            throw new RejectedExecutionException("shut down");
        }
        Task<V> task = new Task<>(work, clock.instant().plus(delay), numbers++);
        tasks.add(task);
        notifyAll();
        return task;
    }

    @Override
    public void execute(Runnable command) {
        add(callable(command), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(callable(command), Duration.of(delay, unit.toChronoUnit()));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, Duration.of(delay, unit.toChronoUnit()));
    }

    private static Callable<Object> callable(Runnable command) {
        return () -> {
            command.run();
            return command;
        };
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initial, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void shutdown() {
        shut = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shut = true;
        tasks.clear();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final Instant due;
        private final Long number;

        Task(Callable<V> work, Instant due, long number) {
            super(work);
            this.due = due;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
