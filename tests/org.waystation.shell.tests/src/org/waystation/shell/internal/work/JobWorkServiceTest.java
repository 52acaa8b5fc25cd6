package org.waystation.shell.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobWorkServiceTest {

    private final JobWorkService work = new JobWorkService();

    @Test
    void givesTheResult() throws Exception {
        assertEquals(
                42,
                work.start("test", "Counting", progress -> 42)
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES));
    }

    @Test
    void givesWhatWasThrown() {
        CompletableFuture<Object> result = work.start("test", "Failing", progress -> {
                    throw new IOException("planted");
                })
                .toCompletableFuture();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> result.get(1, TimeUnit.MINUTES));
        assertInstanceOf(IOException.class, failure.getCause());
    }

    @Test
    void isShownWhileItRunsWithHowFarItIs() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<List<RunningWork>> seen = new CompletableFuture<>();
        work.start("test", "Indexing", progress -> {
            progress.at(3, 4);
            seen.complete(work.running());
            return looked.await(1, TimeUnit.MINUTES);
        });
        RunningWork running = seen.get(1, TimeUnit.MINUTES).getFirst();
        looked.countDown();
        assertEquals("Indexing", running.title());
        assertEquals(75, running.percent());
    }

    @Test
    void stopsWhenItIsCancelled() throws Exception {
        CompletableFuture<RunningWork> started = new CompletableFuture<>();
        CompletableFuture<Object> result = work.start("test", "Endless", progress -> {
                    started.complete(work.running().getFirst());
                    while (!progress.cancelled()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException();
                })
                .toCompletableFuture();
        started.get(1, TimeUnit.MINUTES).cancel().run();
        assertThrows(CancellationException.class, () -> result.get(1, TimeUnit.MINUTES));
        assertTrue(result.isCancelled());
    }
}
