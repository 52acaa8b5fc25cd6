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
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.shell.watch.UiStall;
import org.waystation.shell.watch.UiStalls;

/** Looks at the UI thread from a thread of its own and records when it does not answer. */
final class StallWatchdog implements UiStalls {

    /** Longer than this is a stall. */
    static final Duration LIMIT = Duration.ofMillis(500);

    /** A thread that waits in a plug-in's code for longer than this is woken. */
    static final Duration WAKE = Duration.ofMillis(1_500);
    /** Longer than this, and the plug-in goes. */
    static final Duration STUCK = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(125);
    private static final int MOST_KEPT = 100;

    private final Thread watched;
    private final Executor onWatched;
    private final Supplier<List<String>> bundles;
    private final LongSupplier wait;
    private final Function<List<StackTraceElement>, Optional<PluginDescription>> culprits;
    private final HeldBy heldBy;
    private final Heartbeat heartbeat = new Heartbeat(LIMIT, LOOK_EVERY.multipliedBy(4));
    private final Deque<UiStall> stalls = new ArrayDeque<>();
    private final ScheduledExecutorService looking;
    private List<StackTraceElement> heldAt = List.of();
    private boolean recorded;
    /** As last looked at by the watchdog's own thread, since it takes reading a file. */
    private volatile long waited;

    private volatile boolean woken;
    private volatile boolean stuck;
    private Optional<PluginDescription> plugin = Optional.empty();

    /**
     * @param onWatched runs something on the watched thread
     * @param bundles symbolic names of those there are
     * @param culprits whose of the plug-ins' code holds a thread with this stack
     */
    StallWatchdog(
            Thread watched,
            Executor onWatched,
            Supplier<List<String>> bundles,
            Function<List<StackTraceElement>, Optional<PluginDescription>> culprits,
            HeldBy heldBy) {
        this.culprits = culprits;
        this.heldBy = heldBy;
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
                    plugin = culprits.apply(stack);
                } else {
                    stalls.pollLast();
                }
                // Recorded while it lasts, so that a thread that never comes back is told of too.
                record(held);
                recorded = true;
            }
            act(held, stack);
        });
    }

    /** What waits in a plug-in's code is woken, again and again; what is busy can only be named. */
    private void act(Duration held, List<StackTraceElement> stack) {
        Optional<PluginDescription> now = culprits.apply(stack);
        if (now.isEmpty()) {
            return;
        }
        if (held.compareTo(WAKE) >= 0 && isWaiting(watched.getState())) {
            woken = true;
            watched.interrupt();
        }
        if (held.compareTo(STUCK) >= 0 && !stuck) {
            stuck = true;
            heldBy.stuck(now.get(), held, stack);
        }
    }

    private static boolean isWaiting(Thread.State state) {
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || state == Thread.State.BLOCKED;
    }

    private void beat() {
        Optional<Duration> held = heartbeat.beat(now());
        Optional<PluginDescription> by;
        List<StackTraceElement> at;
        synchronized (stalls) {
            by = plugin;
            at = heldAt;
            if (recorded) {
                stalls.pollLast();
                held.ifPresent(this::record);
                recorded = false;
            }
            plugin = Optional.empty();
        }
        if (woken) {
            // What was meant for the plug-in is not to end somebody else's waiting.
            Thread.interrupted();
            woken = false;
        }
        stuck = false;
        // Not on the watched thread, which has work to do.
        held.ifPresent(lasted -> by.ifPresent(found -> looking.execute(() -> heldBy.over(found, lasted, at))));
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
