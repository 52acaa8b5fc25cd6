package org.waystation.sessions.ui.internal.terminal;

import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Component;

/**
 * Lets terminals take in much output one after the other, on one processor less than there are, so that however many of
 * them are flooded there is one left for the window. Who waits reads nothing meanwhile, so the remote side waits too.
 */
@Component(service = FeedTurns.class)
public final class FeedTurns {

    /** Below this it is what somebody typed or a command answered; that never waits. */
    private static final int LITTLE_BYTES = 2 * 1024;

    private final Semaphore turns;

    public FeedTurns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    FeedTurns(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /** Runs the work when it is its turn; not at all where the thread is interrupted meanwhile. */
    public void take(int bytes, Runnable work) {
        if (bytes <= LITTLE_BYTES) {
            work.run();
            return;
        }
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            work.run();
        } finally {
            turns.release();
        }
    }
}
