package org.waystation.sync.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of sync; daemons, so that none of them keeps the program from ending. */
class EngineThreads {

    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("waystation-sync-desk").factory());

    private final ExecutorService questions = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("waystation-sync-questions").factory());

    /** For counts and questions about the outbox; never waits for a server. */
    ExecutorService desk() {
        return desk;
    }

    /** For questions to the server beside the engine's own work. */
    ExecutorService questions() {
        return questions;
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
