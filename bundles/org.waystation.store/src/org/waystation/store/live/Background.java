package org.waystation.store.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The threads on which engines wait for the store, so that no screen does. */
@Component(service = Background.class)
public final class Background {

    private static final int READERS = 2;

    private final Executor readers;
    private final Executor edits;
    private final Later later;

    /** Runs something after a while. */
    @FunctionalInterface
    public interface Later {
        void run(Duration after, Runnable work);
    }

    /** Work that may fail as calls of the store do. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    @Activate
    public Background() {
        this(pool("store-reader", READERS), pool("store-edit", 1));
    }

    private Background(Executor readers, Executor edits) {
        this(
                readers,
                edits,
                (after, work) -> CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, readers)
                        .execute(work));
    }

    /** With threads of the caller's, who also ends them. */
    public Background(Executor readers, Executor edits, Later later) {
        this.readers = readers;
        this.edits = edits;
        this.later = later;
    }

    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name).daemon().factory());
    }

    public void read(Runnable work) {
        readers.execute(work);
    }

    /** @return cancelled with an interruption, it ends what is read at that moment, too */
    public Future<?> readUntilCancelled(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null) {
            /** A defect is told as one of work that cannot be cancelled; a future that nobody asks would keep it. */
            @Override
            protected void setException(Throwable defect) {
                super.setException(defect);
                if (!isCancelled()) {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, defect);
                }
            }
        };
        readers.execute(task);
        return task;
    }

    public void readAfter(Duration after, Runnable work) {
        later.run(after, work);
    }

    /** Reads on a thread that may wait. */
    public <T> CompletionStage<T> read(Work<T> work) {
        return run(readers, work);
    }

    /** Edits run one after the other, so that each sees the one before. */
    public <T> CompletionStage<T> edit(Work<T> work) {
        return run(edits, work);
    }

    /** The stage ends with the very exception, not with one around it; a checked I/O one unchecked. */
    private static <T> CompletionStage<T> run(Executor executor, Work<T> work) {
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
        if (readers instanceof ExecutorService service) {
            service.shutdownNow(); // one may wait for a store that is locked, and nobody wants its answer any more
        }
        if (edits instanceof ExecutorService service) {
            service.close(); // an edit under way is kept
        }
    }
}
