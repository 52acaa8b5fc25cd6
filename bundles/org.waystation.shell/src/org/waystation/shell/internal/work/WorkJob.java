package org.waystation.shell.internal.work;

import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.waystation.api.work.WorkProgress;
import org.waystation.api.work.WorkService.WorkBody;

/** One piece of work as a job. What it throws goes to whoever waits for the result, not to the platform's log. */
final class WorkJob<T> extends Job {

    private final Object family;
    private final WorkBody<T> body;
    private final CompletableFuture<T> result;
    private final Progress progress;

    /** Takes how far the work is. */
    interface Progress {
        void at(long done, long total);
    }

    WorkJob(String title, Object family, WorkBody<T> body, CompletableFuture<T> result, Progress progress) {
        super(title);
        this.family = family;
        this.body = body;
        this.result = result;
        this.progress = progress;
    }

    void onEnd(Runnable then) {
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                then.run();
                // A job that was cancelled before it ran has nobody else to say so; otherwise this changes nothing.
                result.cancel(false);
            }
        });
    }

    @Override
    public boolean belongsTo(Object asked) {
        return asked == family;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            result.complete(body.run(new MonitorProgress(monitor)));
            return Status.OK_STATUS;
        } catch (Exception e) {
            if (monitor.isCanceled()) {
                result.cancel(false);
                return Status.CANCEL_STATUS;
            }
            result.completeExceptionally(e);
            return Status.OK_STATUS;
        } catch (Error e) {
            result.completeExceptionally(e);
            throw e;
        }
    }

    private final class MonitorProgress implements WorkProgress {
        private final IProgressMonitor monitor;

        MonitorProgress(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public boolean cancelled() {
            return monitor.isCanceled();
        }

        @Override
        public void at(long done, long total) {
            progress.at(done, total);
        }
    }
}
