package org.waystation.shell.internal.search;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs one task at a time in each lane; of those that wait in a lane only the newest is kept. So a provider that is
 * slow or does not look whether it was cancelled holds up nobody else, and never runs more than once.
 */
final class Lanes {

    private final Executor threads;
    private final Map<Object, Lane> lanes = new HashMap<>();

    private static final class Lane {
        private boolean busy;
        private @Nullable Runnable waiting;
    }

    Lanes(Executor threads) {
        this.threads = threads;
    }

    synchronized void run(Object name, Runnable task) {
        Lane lane = lanes.computeIfAbsent(name, key -> new Lane());
        if (lane.busy) {
            lane.waiting = task;
        } else {
            lane.busy = true;
            threads.execute(() -> drive(lane, task));
        }
    }

    private void drive(Lane lane, Runnable first) {
        Runnable task = first;
        while (task != null) {
            try {
                task.run();
            } finally {
                task = next(lane);
            }
        }
    }

    private synchronized @Nullable Runnable next(Lane lane) {
        Runnable task = lane.waiting;
        lane.waiting = null;
        lane.busy = task != null;
        return task;
    }
}
