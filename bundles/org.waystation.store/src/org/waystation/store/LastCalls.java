package org.waystation.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The end of a thread that calls the store. */
public final class LastCalls {

    /** More than a write takes; one that waits for a profile that is locked would wait for ever. */
    private static final int PATIENCE_SECONDS = 1;

    private LastCalls() {}

    /** Lets calls that are under way come to their end, and gives up those that wait for the store to open. */
    public static void of(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
