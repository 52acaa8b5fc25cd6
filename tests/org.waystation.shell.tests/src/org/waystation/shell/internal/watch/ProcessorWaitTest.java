package org.waystation.shell.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorWaitTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aThreadAmongMoreThanThereAreProcessorsWaits() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(1);
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
            busy.add(Thread.ofPlatform().daemon().name("busy-" + i).start(() -> {
                running.countDown();
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        try {
            running.await();
            ProcessorWait wait = new ProcessorWait(busy.get(0));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            long before = wait.getAsLong();
            long after = before;
            while (after - before < 1_000_000 && System.nanoTime() < end) {
                after = wait.getAsLong();
            }
            assertTrue(after - before >= 1_000_000, "waited for " + (after - before) + " ns");
        } finally {
            enough.set(true);
        }
    }

    @Test
    void ofAThreadThatTheSystemDoesNotKnowNothingIsKnown() {
        assertEquals(0, new ProcessorWait(new Thread(() -> {}, "never started")).getAsLong());
    }

    @Test
    void ofTwoThreadsOfOneNameNothingIsKnown() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runnable waiting = () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Thread one = Thread.ofPlatform().daemon().name("namesake").start(waiting);
        Thread.ofPlatform().daemon().name("namesake").start(waiting);
        try {
            assertEquals(0, new ProcessorWait(one).getAsLong());
        } finally {
            end.countDown();
        }
    }
}
