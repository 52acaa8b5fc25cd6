package org.waystation.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for processes. */
public final class Processes {

    private Processes() {}

    /** Waits for the end; an interrupt of the waiting thread counts as not ended and stays set. */
    public static boolean ended(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
