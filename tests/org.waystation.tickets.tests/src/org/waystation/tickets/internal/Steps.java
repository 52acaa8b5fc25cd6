package org.waystation.tickets.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.waystation.store.live.Background;

/** A thread that runs only when the test says so. */
final class Steps implements Executor, Background.Later {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    @Override
    public void run(Duration after, Runnable work) {
        waiting.add(work);
    }

    /** Runs what waits, not what comes of it; returns how much that was. */
    int runWaiting() {
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            waiting.remove().run();
        }
        return count;
    }

    boolean idle() {
        return waiting.isEmpty();
    }
}
