package org.waystation.shell.internal.work;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.api.work.WorkService;

/** Work as Eclipse jobs. */
@Component(service = {WorkService.class, JobWorkService.class})
public final class JobWorkService implements WorkService {

    private final Map<Long, RunningWork> running = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong number = new AtomicLong();

    @Activate
    public JobWorkService() {
        // Declared so that nothing but the service runtime makes one.
    }

    @Override
    public <T> CompletionStage<T> start(String owner, String title, WorkBody<T> body) {
        long id = number.incrementAndGet();
        CompletableFuture<T> result = new CompletableFuture<>();
        WorkJob<T> job = new WorkJob<>(title, this, body, result, (done, total) -> progress(id, done, total));
        running.put(id, new RunningWork(id, owner, title, 0, 0, job::cancel));
        job.onEnd(() -> ended(id));
        changed();
        job.schedule();
        return result;
    }

    /** What runs now, oldest first. */
    public List<RunningWork> running() {
        return List.copyOf(running.values());
    }

    /** Calls the listener, on any thread, after work has started, got on or ended. */
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Deactivate
    void stop() {
        Job.getJobManager().cancel(this);
    }

    private void progress(long id, long done, long total) {
        running.computeIfPresent(
                id, (key, work) -> new RunningWork(id, work.owner(), work.title(), done, total, work.cancel()));
        changed();
    }

    private void ended(long id) {
        running.remove(id);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
