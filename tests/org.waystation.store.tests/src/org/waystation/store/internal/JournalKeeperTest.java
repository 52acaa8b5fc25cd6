package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JournalKeeperTest {

    private final BlockingQueue<Thread> taken = new LinkedBlockingQueue<>();

    private static void write(JournalKeeper keeper, int transactions) {
        for (int i = 0; i < transactions; i++) {
            keeper.written();
        }
    }

    @Test
    void afterSomeTransactionsTheJournalIsTakenInByAnotherThread() throws Exception {
        try (JournalKeeper keeper = new JournalKeeper(() -> taken.add(Thread.currentThread()))) {
            write(keeper, 4);
            assertNull(taken.poll(100, TimeUnit.MILLISECONDS));
            write(keeper, 1);
            assertNotEquals(Thread.currentThread(), taken.poll(1, TimeUnit.MINUTES));
        }
    }

    @Test
    void nobodyWaitsForOneThatIsUnderWay() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        JournalKeeper keeper = new JournalKeeper(() -> {
            taken.add(Thread.currentThread());
            begun.countDown();
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        write(keeper, 5);
        assertTrue(begun.await(1, TimeUnit.MINUTES));
        write(keeper, 50);
        slow.countDown();
        keeper.close();
        assertEquals(1, taken.size());
    }
}
