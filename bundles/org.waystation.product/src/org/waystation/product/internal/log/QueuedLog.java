package org.waystation.product.internal.log;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Hands what is logged to the handlers that were there before, on a thread of its own: a console or a disk that takes
 * its time must not hold the UI thread, which logs too. Where they come after by {@value #MOST_WAITING} records, what is
 * logged further is lost rather than kept in memory.
 */
public final class QueuedLog extends Handler {

    private static final int MOST_WAITING = 10_000;
    private static final int PATIENCE_SECONDS = 2;

    private final List<Handler> handlers;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread writer = new Thread(task, "log");
                writer.setDaemon(true);
                return writer;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private QueuedLog(List<Handler> handlers) {
        this.handlers = handlers;
    }

    /** Puts itself before the handlers of a logger, usually the root. */
    public static QueuedLog before(Logger logger) {
        QueuedLog queued = new QueuedLog(List.of(logger.getHandlers()));
        queued.handlers.forEach(logger::removeHandler);
        logger.addHandler(queued);
        return queued;
    }

    @Override
    public void publish(LogRecord record) {
        // Found by the stack of the thread that logs, so it cannot be found later.
        record.getSourceMethodName();
        thread.execute(() -> handlers.forEach(handler -> handler.publish(record)));
    }

    /** Asks for what was logged so far to be written out; does not wait for it. */
    @Override
    public void flush() {
        thread.execute(() -> handlers.forEach(Handler::flush));
    }

    /** Writes what waits, for as long as that takes two seconds at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handlers.forEach(Handler::close);
    }
}
