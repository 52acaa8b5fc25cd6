package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.store.StoreException;

/** The store while the profile is locked: its files are closed, and who calls waits. */
class LockedStoreTest {

    @TempDir
    Path temp;

    private final Key key = new Key();

    /** A key that is taken away and given again. */
    private static final class Key implements ProfileKey {

        private CompletableFuture<byte[]> stage = CompletableFuture.completedFuture(StoreFixture.KEY.clone());
        private Runnable letGo = () -> {};

        @Override
        public synchronized CompletionStage<byte[]> dataKey() {
            return stage.thenApply(byte[]::clone);
        }

        @Override
        public AutoCloseable onLock(Runnable listener) {
            letGo = listener;
            return () -> letGo = () -> {};
        }

        void lock() {
            synchronized (this) {
                stage = new CompletableFuture<>();
            }
            letGo.run();
        }

        void unlock() {
            stage.complete(StoreFixture.KEY.clone());
        }
    }

    @Test
    void callsWaitForTheUnlockingAndFindWhatWasThere() throws Exception {
        Profile profile = () -> temp;
        try (Commits commits = new Commits();
                Database database = new Database(profile, key, new ThreadGuard(), commits, new StoreNews())) {
            StoredOutbox outbox = new StoredOutbox(database);
            Operation before = Sample.create(EntityKind.TICKET, Sample.id(), List.of(), "subject", "Before");
            outbox.commit(List.of(before));

            key.lock();
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> waiting(outbox));
            CompletableFuture<Void> write = CompletableFuture.runAsync(() -> commit(
                    outbox,
                    Sample.create(EntityKind.TICKET, Sample.id(), List.of(), "subject", "While it was locked")));
            assertFalse(read.isDone() || write.isDone());
            key.lock(); // once more does no harm
            key.unlock();

            write.get(1, TimeUnit.MINUTES);
            assertTrue(read.get(1, TimeUnit.MINUTES) >= 1);
            assertEquals(2, outbox.waitingCount());
        }
    }

    @Test
    void nobodyIsLeftWaitingWhenAClosedProgramStaysLocked() throws Exception {
        Profile profile = () -> temp;
        CompletableFuture<Integer> read;
        try (Commits commits = new Commits();
                Database database = new Database(profile, key, new ThreadGuard(), commits, new StoreNews())) {
            StoredOutbox outbox = new StoredOutbox(database);
            outbox.waitingCount();
            key.lock();
            read = CompletableFuture.supplyAsync(() -> waiting(outbox));
        }
        CompletionException fault = assertThrows(CompletionException.class, read::join);
        assertTrue(String.valueOf(fault.getMessage()).contains("closed"), fault.getMessage());
    }

    private static int waiting(StoredOutbox outbox) {
        try {
            return outbox.waitingCount();
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }

    private static void commit(StoredOutbox outbox, Operation operation) {
        try {
            outbox.commit(List.of(operation));
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }
}
