package org.waystation.files.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;
import org.waystation.api.files.ContentState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.store.Records;
import org.waystation.store.blob.Uploads;
import org.waystation.store.blob.Uploads.Upload;

/**
 * Brings contents to the server and back, one at a time on a thread of its own: what somebody waits for comes first, then
 * what was attached here. After a failure that passes it tries again, later each time, and at once when the way in has
 * changed or something new was attached.
 */
@Component(immediate = true, service = Transfers.class)
public final class Transfers {

    private static final Logger LOG = System.getLogger(Transfers.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Uploads uploads;
    private final TransferBoard board;
    private final ContentUpload upload;
    private final ContentDownload download;
    private final ContentOffer offer;
    private final AtomicReference<@Nullable Backend> backend = new AtomicReference<>();
    private final Map<UUID, CompletableFuture<Void>> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AutoCloseable commits;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("file-transfers").daemon().factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("file-transfer-timer").daemon().factory());
    private @Nullable AutoCloseable access;
    private @Nullable Future<?> later;
    private int failures;

    @Activate
    public Transfers(
            @Reference Uploads uploads,
            @Reference Records records,
            @Reference TransferBoard board,
            @Reference ContentUpload upload,
            @Reference ContentDownload download,
            @Reference ContentOffer offer) {
        this.uploads = uploads;
        this.board = board;
        this.upload = upload;
        this.download = download;
        this.offer = offer;
        commits = records.onCommit(commit -> {
            if (commit.everything()
                    || commit.refs().stream().anyMatch(ref -> ref.kind().equals(EntityKind.ATTACHMENT))) {
                wake();
            }
        });
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void bindBackend(Backend service) {
        endAccess();
        backend.set(service);
        service.contents().ifPresent(transfer -> transfer.offer(offer));
        access = service.onAccessChange(this::wake);
        wake();
    }

    synchronized void unbindBackend(Backend service) {
        if (backend.compareAndSet(service, null)) {
            endAccess();
        }
    }

    private void endAccess() {
        AutoCloseable listening = access;
        access = null;
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Listening for another way in did not end cleanly.", e);
            }
        }
    }

    /** Brings a content here; a failure ends the stage and nothing is tried again by itself. */
    CompletionStage<Void> fetch(UUID attachmentId) {
        CompletableFuture<Void> arrival = wanted.computeIfAbsent(attachmentId, id -> new CompletableFuture<>());
        wake();
        return arrival.minimalCompletionStage();
    }

    /** Looks for work now. Many calls while it works are one. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.execute(this::work);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.TRACE, "Closed already.", e);
            }
        }
    }

    private void work() {
        asked.set(false);
        Future<?> waiting = later;
        later = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
        try {
            fetchWanted();
            uploadWaiting();
            failures = 0;
        } catch (BackendException e) {
            LOG.log(Level.DEBUG, "Files wait for the server.", e);
            if (e.passes()) {
                tryLater(e);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Files cannot be read or kept at the moment.", e);
            tryLater(null);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Transfers failed; they go on with the next change.", e);
        }
    }

    private void tryLater(@Nullable BackendException reason) {
        long full = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures, 20));
        failures++;
        long spread = full / 2 + RandomGenerator.getDefault().nextLong(full / 2 + 1);
        long wait = reason == null
                ? spread
                : Math.max(spread, reason.retryAfter().map(Duration::toMillis).orElse(0L));
        try {
            later = timer.schedule(this::wake, wait, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "Closed already.", e);
        }
    }

    private Optional<ContentTransfer> transfer() {
        return Optional.ofNullable(backend.get()).flatMap(Backend::contents);
    }

    private void fetchWanted() {
        for (UUID id : wanted.keySet()) {
            CompletableFuture<Void> arrival = wanted.get(id);
            if (arrival == null) {
                continue;
            }
            try {
                download.run(id, transfer());
                board.clear(id);
                wanted.remove(id);
                arrival.complete(null);
            } catch (AttachmentException | IOException | BackendException e) {
                AttachmentException told = e instanceof AttachmentException known
                        ? known
                        : new AttachmentException(Reason.SERVER, String.valueOf(e.getMessage()));
                board.show(id, new ContentState.Failed(false, String.valueOf(told.getMessage())));
                wanted.remove(id);
                arrival.completeExceptionally(told);
            }
        }
    }

    private void uploadWaiting() throws IOException, BackendException {
        Optional<ContentTransfer> transfer = transfer();
        if (transfer.isEmpty()) {
            return;
        }
        BackendException failed = null;
        for (Upload waiting : uploads.waiting()) {
            if (waiting.problem().isEmpty()) {
                try {
                    upload.run(waiting, transfer.get());
                } catch (BackendException e) {
                    if (e.kind() != BackendException.Cause.SERVER_ERROR) {
                        throw e;
                    }
                    failed = e; // one that the server fails on keeps none of the others from going
                } finally {
                    board.clear(waiting.attachmentId());
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    @Deactivate
    synchronized void close() throws Exception {
        commits.close();
        endAccess();
        timer.shutdownNow();
        worker.shutdownNow(); // what is under way goes on next time where it was
        worker.awaitTermination(10, TimeUnit.SECONDS);
        wanted.values()
                .forEach(arrival -> arrival.completeExceptionally(
                        new AttachmentException(Reason.SERVER, "The program is closing.")));
    }
}
