package org.waystation.shell.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waystation.shell.watch.UiStall;
import org.waystation.shell.watch.UiStalls;

/** Looks at the UI thread from a thread of its own and records when it does not answer. */
final class StallWatchdog implements UiStalls {

    /** Longer than this is a stall. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(125);
    private static final int MOST_KEPT = 100;

    private final Thread watched;
    private final Executor onWatched;
    private final Supplier<List<String>> bundles;
    private final LongSupplier wait;
    private final Heartbeat heartbeat = new Heartbeat(LIMIT, LOOK_EVERY.multipliedBy(4));
    private final Deque<UiStall> stalls = new ArrayDeque<>();
    private final ScheduledExecutorService looking;
    private List<StackTraceElement> heldAt = List.of();
    private boolean recorded;
    /** As last looked at by the watchdog's own thread, since it takes reading a file. */
    private volatile long waited;

    StallWatchdog(Thread watched, Executor onWatched, Supplier<List<String>> bundles) {
        this.watched = watched;
        this.wait = new ProcessorWait(watched);
        this.onWatched = onWatched;
        this.bundles = bundles;
        this.looking = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "ui-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        looking.shutdownNow();
    }

    @Override
    public List<UiStall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    private void look() {
        waited = wait.getAsLong();
        long now = now();
        if (heartbeat.look(now)) {
            onWatched.execute(this::beat);
            return;
        }
        heartbeat.held(now).ifPresent(held -> {
            List<StackTraceElement> stack = List.of(watched.getStackTrace());
            synchronized (stalls) {
                if (!recorded) {
                    heldAt = stack;
                } else {
                    stalls.pollLast();
                }
                // Recorded while it lasts, so that a thread that never comes back is told of too.
                record(held);
                recorded = true;
            }
        });
    }

    private void beat() {
        Optional<Duration> held = heartbeat.beat(now());
        synchronized (stalls) {
            if (recorded) {
                stalls.pollLast();
                held.ifPresent(this::record);
                recorded = false;
            }
        }
    }

    /** Stands still while the watched thread waits for a processor: a machine with too much to do is nobody's stall. */
    private long now() {
        return System.nanoTime() - waited;
    }

    private void record(Duration held) {
        stalls.addLast(new UiStall(
                Instant.now().minus(held),
                held,
                Culprit.find(heldAt, bundles.get()).orElse(""),
                heldAt));
        while (stalls.size() > MOST_KEPT) {
            stalls.pollFirst();
        }
    }
}
