package org.waystation.sessions.internal;

import java.time.Duration;

/** How long a session was live, by the monotonic clock; time without a connection does not count. */
final class LiveTime {

    private long gathered;
    private long since;
    private boolean running;
    private boolean ever;

    /** Goes on; true the first time. */
    synchronized boolean start() {
        boolean first = !ever;
        ever = true;
        if (!running) {
            running = true;
            since = System.nanoTime();
        }
        return first;
    }

    synchronized void stop() {
        if (running) {
            running = false;
            gathered += System.nanoTime() - since;
        }
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(gathered + (running ? System.nanoTime() - since : 0));
    }
}
