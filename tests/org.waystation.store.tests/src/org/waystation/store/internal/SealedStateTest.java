package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.profile.SealedState;
import org.waystation.store.LocalStore;

class SealedStateTest {

    @TempDir
    Path temp;

    @Test
    void whatWasPutLastIsThereAfterALossOfPower() throws Exception {
        Path folder = temp.resolve("store");
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            put(store.sealed(), "a", "first");
            put(store.sealed(), "a", "second");
            put(store.sealed(), "b", "other");
            store.sealed().remove("b").toCompletableFuture().join();
            try (LocalStore image =
                    LocalStore.open(StoreFixture.imageOf(folder, temp.resolve("image")), StoreFixture.KEY)) {
                assertEquals(Optional.of("second"), get(image.sealed(), "a"));
                assertEquals(Optional.empty(), get(image.sealed(), "b"));
            }
        }
    }

    @Test
    void callsTakeEffectInTheirOrder() throws Exception {
        try (LocalStore store = LocalStore.open(temp.resolve("store"), StoreFixture.KEY)) {
            for (int i = 0; i <= 200; i++) {
                store.sealed().put("a", String.valueOf(i));
            }
            assertEquals(Optional.of("200"), get(store.sealed(), "a"));
        }
    }

    @Test
    void aValueThatIsTooLongIsRefused() throws Exception {
        try (LocalStore store = LocalStore.open(temp.resolve("store"), StoreFixture.KEY)) {
            CompletionException refusal = assertThrows(
                    CompletionException.class, () -> put(store.sealed(), "a", "x".repeat(SealedState.VALUE_MAX + 1)));
            assertTrue(refusal.getCause().getMessage().contains("1000000"));
        }
    }

    private static void put(SealedState sealed, String key, String value) {
        sealed.put(key, value).toCompletableFuture().join();
    }

    private static Optional<String> get(SealedState sealed, String key) {
        return sealed.get(key).toCompletableFuture().join();
    }
}
