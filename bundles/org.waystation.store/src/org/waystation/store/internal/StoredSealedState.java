package org.waystation.store.internal;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.SealedState;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.LastCalls;
import org.waystation.store.StoreException;

/** Keeps what screens want to find again. One thread of its own keeps the order of the calls and waits for the store. */
@Component(service = SealedState.class)
public final class StoredSealedState implements SealedState {

    private static final String COLLECTION = "sealed";

    private final Documents documents;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-sealed").daemon().factory());

    @Activate
    public StoredSealedState(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return run(() -> documents.find(COLLECTION, key).map(body -> new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<Void> put(String key, String value) {
        if (value.length() > VALUE_MAX) {
            return CompletableFuture.failedStage(new IllegalArgumentException(
                    "The value of " + key + " has more than " + VALUE_MAX + " characters: " + value.length()));
        }
        return write(key, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CompletionStage<Void> remove(String key) {
        return write(key, null);
    }

    /** A call of the store. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws StoreException;
    }

    private CompletionStage<Void> write(String key, byte @Nullable [] value) {
        return run(() -> {
            documents.write(List.of(new Change(COLLECTION, key, value)));
            return null;
        });
    }

    private <T> CompletionStage<T> run(Work<T> work) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return work.run();
                        } catch (StoreException e) {
                            throw new UncheckedIOException(e.getMessage(), e);
                        }
                    },
                    thread);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(e); // closed: the program is ending
        }
    }

    /** What was asked before is still done. */
    @Deactivate
    public void close() {
        LastCalls.of(thread);
    }
}
