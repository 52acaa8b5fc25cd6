package org.waystation.simulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor whose tasks run when the virtual time is told to pass. */
final class VirtualThread extends AbstractExecutorService implements ScheduledExecutorService {

    private final VirtualTime time;
    private volatile boolean shut;

    VirtualThread(VirtualTime time) {
        this.time = time;
    }

    private <V> VirtualTask<V> add(Callable<V> work, Duration delay) {
        if (shut) {
            throw new RejectedExecutionException("shut down");
        }
        VirtualTask<V> task = time.add(work, delay);
        task.owner = this;
        return task;
    }

    private static Callable<Boolean> callable(Runnable command) {
        return () -> {
            command.run();
            return true;
        };
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

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initial, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("Nobody needs it here.");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("Nobody needs it here.");
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        time.drop(this);
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
