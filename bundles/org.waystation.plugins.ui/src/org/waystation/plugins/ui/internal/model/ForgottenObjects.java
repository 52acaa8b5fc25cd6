package org.waystation.plugins.ui.internal.model;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;

/**
 * Objects that were injected and shall be forgotten. A context remembers the class of each object it injected into
 * until two things have happened: the object was collected, and some value of that very context was set. The second may
 * never happen by itself, so it is made to.
 */
final class ForgottenObjects {

    private static final String TOUCH = "org.waystation.plugins.touch";
    private static final int COLLECTIONS = 8;
    private static final long PATIENCE = 1_000;
    /** What was asked for a moment ago, such as a timer's turn, may hold an object until it has come. */
    private static final long PAUSE = 150;

    private final ReferenceQueue<Object> cleared = new ReferenceQueue<>();
    /** Those that nobody may hold any more. */
    private final List<WeakReference<Object>> forgotten = new ArrayList<>();

    private final List<WeakReference<Object>> objects = new ArrayList<>();
    private final Set<IEclipseContext> contexts = new LinkedHashSet<>();

    /** Takes an object away from the context that injected into it; on the UI thread. */
    void forget(Object object, IEclipseContext context) {
        ContextInjectionFactory.uninject(object, context);
        watch(object, context);
        forgotten.add(new WeakReference<>(object));
    }

    /**
     * As {@link #forget}, for one that somebody else takes away from the context; on the UI thread. Work of its own that
     * is still under way may hold it for a while.
     */
    void watch(Object object, IEclipseContext context) {
        objects.add(new WeakReference<>(object, cleared));
        contexts.add(context);
    }

    /**
     * Asks for collections until all are gone; off the UI thread, which goes on meanwhile. The contexts hear of collected
     * objects through reference queues, which are filled some time after a collection and in no order. What was gone
     * before a collection began is in its queue when a reference of that collection is.
     */
    void collect() {
        if (objects.isEmpty()) {
            // Nothing was injected, as with a plug-in that only publishes services.
            return;
        }
        try {
            for (int i = 0; i < COLLECTIONS; i++) {
                boolean gone = objects.stream().allMatch(o -> o.get() == null);
                awaitCollection();
                if (gone) {
                    return;
                }
                awaitQuiet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits where some are still held. */
    private void awaitQuiet() throws InterruptedException {
        while (objects.stream().anyMatch(o -> o.get() != null) && cleared.remove(PAUSE) != null) {
            // As long as there is news.
        }
    }

    private static void awaitCollection() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> mark = new WeakReference<>(new Object(), queue);
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            if (queue.remove(PATIENCE) == mark) {
                return;
            }
        }
    }

    /** Lets the contexts clean up; on the UI thread. Gives the classes of those that somebody still holds. */
    List<String> release() {
        for (IEclipseContext context : contexts) {
            context.set(TOUCH, this);
            context.remove(TOUCH);
        }
        contexts.clear();
        return forgotten.stream()
                .map(WeakReference::get)
                .filter(o -> o != null)
                .map(o -> "an object of " + o.getClass().getName())
                .toList();
    }
}
