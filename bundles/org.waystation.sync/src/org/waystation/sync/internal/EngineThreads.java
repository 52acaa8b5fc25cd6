package org.waystation.sync.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of sync; daemons, so that none of them keeps the program from ending. */
class EngineThreads {

    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("waystation-sync-desk").factory());

    /** For counts and questions about the outbox; never waits for a server. */
    ExecutorService desk() {
        return desk;
    }

    ScheduledExecutorService newEngineThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("waystation-sync").factory());
    }

    ExecutorService newNewsThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("waystation-sync-news").factory());
    }
}
