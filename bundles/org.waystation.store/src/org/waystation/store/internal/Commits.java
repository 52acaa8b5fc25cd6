package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.store.Records.Commit;
import org.waystation.store.Records.CommitListener;

/** Tells listeners what was committed, in order, on a thread of its own so that a slow listener delays no write. */
@Component(service = Commits.class)
public final class Commits implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Commits.class.getName());

    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    /** Drops what comes after closing: nobody is left to be told. */
    private final ExecutorService executor = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("store-commits").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public Commits() {}

    AutoCloseable listen(CommitListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Waits until every listener was told of what was committed so far. */
    void awaitTold() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        executor.execute(told::countDown);
        told.await();
    }

    void publish(Commit commit) {
        executor.execute(() -> listeners.forEach(listener -> tell(listener, commit)));
    }

    private static void tell(CommitListener listener, Commit commit) {
        try {
            listener.committed(commit);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A listener failed on a commit; the others go on.", e);
        }
    }

    @Deactivate
    @Override
    public void close() {
        executor.shutdown();
    }
}
