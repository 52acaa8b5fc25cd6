package org.waystation.tickets.ui.tests;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waystation.api.profile.SealedState;

/** What a profile would keep. Where it is told to be slow, a write ends when the test says so. */
final class MemorySealed implements SealedState {

    final Map<String, String> values = new HashMap<>();
    int writes;
    CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return CompletableFuture.completedStage(Optional.ofNullable(values.get(key)));
    }

    @Override
    public CompletionStage<Void> put(String key, String value) {
        writes++;
        return disk.thenRun(() -> values.put(key, value));
    }

    @Override
    public CompletionStage<Void> remove(String key) {
        return disk.thenRun(() -> values.remove(key));
    }
}
