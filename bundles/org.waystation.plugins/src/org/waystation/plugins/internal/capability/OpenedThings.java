package org.waystation.plugins.internal.capability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plug-in got from services and would have to close: listeners, live lists, running work. */
final class OpenedThings {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedThings.class);

    /** Strong, since a listener lives until it is closed, whether or not the plug-in keeps the handle. */
    private final Set<AutoCloseable> closeables = Collections.synchronizedSet(new LinkedHashSet<>());
    /** Weak, since work that is over need not be kept. */
    private final Set<CompletionStage<?>> stages =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(@Nullable Object result) {
        if (result instanceof AutoCloseable closeable) {
            closeables.add(closeable);
        } else if (result instanceof CompletionStage<?> stage) {
            stages.add(stage);
        }
    }

    /** Closes all, and says how many were still open. */
    int closeAll() {
        List<AutoCloseable> open = copy(closeables);
        open.forEach(OpenedThings::close);
        List<CompletionStage<?>> running = copy(stages).stream()
                .filter(s -> !s.toCompletableFuture().isDone())
                .toList();
        running.forEach(s -> s.toCompletableFuture().cancel(true));
        return open.size() + running.size();
    }

    private static <T> List<T> copy(Set<T> things) {
        synchronized (things) {
            List<T> copy = new ArrayList<>(things);
            things.clear();
            return copy;
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.warn("What a plug-in had opened could not be closed", e);
        }
    }
}
