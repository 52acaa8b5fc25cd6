package org.waystation.sessions.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.store.LastCalls;

/**
 * The threads of sessions. Each session has its own for connecting and for each terminal, so that one that hangs holds up
 * no other; what is told to listeners comes one after the other on a thread of its own.
 */
@Component(service = SessionThreads.class)
public final class SessionThreads {

    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("session-", 1).daemon().factory());
    private final ExecutorService news = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session-news").daemon().factory());
    private final ExecutorService store = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session-store").daemon().factory());

    /** Work that may fail. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws Exception;
    }

    @Activate
    public SessionThreads() {}

    ExecutorService workers() {
        return workers;
    }

    Executor news() {
        return news;
    }

    /** Reads and writes the store, in the order of the calls; the result holds the very exception. */
    <T extends @Nullable Object> CompletableFuture<T> store(Work<T> work) {
        return on(store, work);
    }

    static <T extends @Nullable Object> CompletableFuture<T> on(Executor executor, Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                result.complete(work.run());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Deactivate
    void close() {
        workers.shutdownNow();
        news.shutdown();
        LastCalls.of(store); // what was done is kept
    }
}
