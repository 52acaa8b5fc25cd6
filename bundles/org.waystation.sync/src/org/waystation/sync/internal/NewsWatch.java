package org.waystation.sync.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;

/**
 * Waits for news on a thread of its own, so that the engine's thread stays free for what is changed here meanwhile.
 * Used from the engine's thread, where its listener is called too.
 */
final class NewsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWatch.class);

    private final Backend backend;
    private final ExecutorService waiting;
    private final Executor engine;
    private final Duration patience;
    private final Listener listener;
    private @Nullable Future<?> current;
    private int generation;

    NewsWatch(Backend backend, ExecutorService waiting, Executor engine, Duration patience, Listener listener) {
        this.backend = backend;
        this.waiting = waiting;
        this.engine = engine;
        this.patience = patience;
        this.listener = listener;
    }

    /** Hears how a wait ended. */
    interface Listener {

        /** There may be news. */
        void news();

        /** The wait is over without news. */
        void quiet();

        /** The server would not let us wait. */
        void broken();
    }

    /** Waits for news after a cursor, unless it waits already. */
    void arm(String cursor) {
        if (current == null) {
            int mine = ++generation;
            current = waiting.submit(() -> await(cursor, mine));
        }
    }

    /** Waits no longer; nothing is heard of the wait that was under way. */
    void disarm() {
        if (current != null) {
            current.cancel(true);
            current = null;
            generation++;
        }
    }

    private void await(String cursor, int mine) {
        try {
            boolean news = backend.awaitNews(cursor, patience);
            tell(mine, news ? listener::news : listener::quiet);
        } catch (BackendException | RuntimeException e) {
            LOG.debug("Waiting for news ended.", e);
            tell(mine, listener::broken);
        }
    }

    private void tell(int mine, Runnable how) {
        try {
            engine.execute(() -> {
                if (mine == generation) {
                    current = null;
                    how.run();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine has ended meanwhile.", e);
        }
    }
}
