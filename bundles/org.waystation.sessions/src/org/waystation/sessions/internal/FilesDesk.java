package org.waystation.sessions.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.session.RemoteSession.FilesWork;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.work.WorkProgress;

/** The remote files of a session: opened at the first use, one thing after the other. */
final class FilesDesk {

    private static final Logger LOG = System.getLogger(FilesDesk.class.getName());

    private final LiveSession session;
    private final SessionParts parts;
    private final AtomicInteger transfers;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(true);
    private @Nullable RemoteFiles opened;

    FilesDesk(LiveSession session, SessionParts parts, AtomicInteger transfers) {
        this.session = session;
        this.parts = parts;
        this.transfers = transfers;
    }

    synchronized <T> CompletionStage<T> run(String title, FilesWork<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        last = last.handleAsync(
                (ignored, failure) -> {
                    complete(result, title, work);
                    return true;
                },
                parts.threads().workers());
        return result;
    }

    private <T> void complete(CompletableFuture<T> result, String title, FilesWork<T> work) {
        Progress progress = new Progress(result);
        try {
            RemoteFiles files = new AuditedFiles(files(), session, parts.journal(), transfers);
            result.complete(work.run(files, progress));
        } catch (Exception e) {
            LOG.log(Level.DEBUG, title, e);
            result.completeExceptionally(e);
        }
    }

    private synchronized RemoteFiles files() throws IOException, InterruptedException {
        if (opened == null) {
            opened = session.connection()
                    .files()
                    .orElseThrow(() -> new SessionFailure(Reason.PROTOCOL, "This kind of session has no files.", null));
        }
        return opened;
    }

    /** The connection is gone. */
    synchronized void forget() {
        RemoteFiles closing = opened;
        opened = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The remote files were gone already", e);
            }
        }
    }

    /** Work on files is cancelled by cancelling its stage; what shows progress is up to the work. */
    private record Progress(CompletableFuture<?> result) implements WorkProgress {

        @Override
        public boolean cancelled() {
            return result.isCancelled();
        }

        @Override
        public void at(long done, long total) {
            // Whoever wants to see it wraps this.
        }
    }
}
