package org.waystation.credentials.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.store.LastCalls;

/** The thread on which the vault works, one thing after the other. */
@Component(service = VaultThread.class)
public final class VaultThread {

    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("credentials").daemon().factory());

    /** Work that may fail as calls of the store do. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws Exception;
    }

    @Activate
    public VaultThread() {}

    <T extends @Nullable Object> CompletionStage<T> run(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                result.complete(work.run());
            } catch (IOException e) {
                result.completeExceptionally(new UncheckedIOException(e.getMessage(), e));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Deactivate
    void close() {
        LastCalls.of(executor);
    }
}
