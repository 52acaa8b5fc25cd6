package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadGuardTest {

    @TempDir
    Path temp;

    @Test
    void theUiThreadIsRefusedAndOthersAreNot() throws Exception {
        Thread ui = Thread.currentThread();
        BooleanSupplier onUiThread = () -> Thread.currentThread() == ui;
        ThreadGuard guard = new ThreadGuard();
        Commits commits = new Commits();
        Database database = StoreFixture.database(temp, guard, commits);
        try (commits;
                database) {
            StoredOutbox outbox = new StoredOutbox(database);
            guard.bindUiThread(onUiThread);
            assertThrows(IllegalStateException.class, outbox::pending);
            assertThrows(IllegalStateException.class, () -> outbox.commit(List.of()));
            assertEquals(
                    List.of(),
                    CompletableFuture.supplyAsync(() -> pendingOf(outbox)).join());
            guard.unbindUiThread(onUiThread);
            assertEquals(List.of(), outbox.pending());
        }
    }

    private static List<?> pendingOf(StoredOutbox outbox) {
        try {
            return outbox.pending();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
