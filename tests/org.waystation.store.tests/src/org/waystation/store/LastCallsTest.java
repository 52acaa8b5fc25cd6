package org.waystation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LastCallsTest {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @Test
    void whatWasAskedForIsDone() {
        List<String> written = new CopyOnWriteArrayList<>();
        thread.execute(() -> written.add("one"));
        thread.execute(() -> written.add("two"));
        LastCalls.of(thread);
        assertEquals(List.of("one", "two"), written);
    }

    @Test
    void whatWaitsForALockedStoreIsGivenUp() throws InterruptedException {
        CountDownLatch unlocked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        thread.execute(() -> {
            try {
                unlocked.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        LastCalls.of(thread);
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        assertTrue(thread.awaitTermination(60, TimeUnit.SECONDS));
    }
}
