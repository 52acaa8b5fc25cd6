package org.waystation.sync.internal;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/**
 * Brings the contents of files along that are not too large for the scope: one after the other, while everything else is
 * up to date, and not over a network that counts. Larger ones come when somebody opens them.
 */
@Component(
        immediate = true,
        service = {})
public final class FilesAlong {

    private static final Logger LOG = LoggerFactory.getLogger(FilesAlong.class);
    private static final long MEGABYTE = 1024 * 1024;

    private final Records records;
    private final AttachmentService files;
    private final BooleanSupplier metered;
    private final ExecutorService thread;
    private final List<AutoCloseable> listening;
    private final Queue<UUID> waiting = new ArrayDeque<>();
    private final Set<UUID> asked = new HashSet<>(); // of the thread alone, as all that follows
    private long most;
    private boolean calm;
    private boolean fetching;
    private boolean lookAgain = true;

    @Activate
    public FilesAlong(
            @Reference Records records,
            @Reference AttachmentService files,
            @Reference SyncService sync,
            @Reference SyncControl control,
            @Reference NetworkCost network) {
        this(
                records,
                files,
                sync,
                control,
                network::isMetered,
                Executors.newSingleThreadExecutor(Thread.ofPlatform()
                        .daemon()
                        .name("waystation-files-along")
                        .factory()));
    }

    FilesAlong(
            Records records,
            AttachmentService files,
            SyncService sync,
            SyncControl control,
            BooleanSupplier metered,
            ExecutorService thread) {
        this.records = records;
        this.files = files;
        this.metered = metered;
        this.thread = thread;
        listening = List.of(
                records.onCommit(commit -> onThread(() -> changed(commit))),
                control.follow(thread, this::scope),
                sync.listen(thread, this::status));
    }

    private void changed(Records.Commit commit) {
        lookAgain = lookAgain
                || commit.everything()
                || commit.refs().stream().anyMatch(ref -> ref.kind().equals(EntityKind.ATTACHMENT));
        next();
    }

    private void scope(SyncFacts facts) {
        long now = facts.wanted().attachmentMegabytes() * MEGABYTE;
        lookAgain = lookAgain || now > most;
        most = now;
        next();
    }

    private void status(SyncStatus status) {
        calm = status.state() == SyncStatus.State.UP_TO_DATE && !status.paused();
        next();
    }

    private void next() {
        if (fetching || !calm || metered.getAsBoolean()) {
            return;
        }
        if (lookAgain) {
            look();
        }
        UUID id = waiting.poll();
        if (id != null) {
            fetching = true;
            files.fetch(id).whenComplete((done, failure) -> onThread(() -> fetched(id, failure)));
        }
    }

    private void fetched(UUID id, @Nullable Throwable failure) {
        fetching = false;
        if (failure != null) {
            LOG.info("The content of {} did not come along: {}", id, failure.getMessage());
        }
        next();
    }

    private void look() {
        lookAgain = false;
        try {
            for (EntityRecord record : records.all(EntityKind.ATTACHMENT)) {
                if (isSmall(record) && asked.add(record.id())) {
                    waiting.add(record.id());
                }
            }
        } catch (StoreException e) {
            LOG.warn("Which files to bring along is not known.", e);
        }
    }

    private boolean isSmall(EntityRecord record) {
        try {
            return record.version() > 0 && Attachment.of(record).size() <= most;
        } catch (MalformedRecordException e) {
            return false;
        }
    }

    private void onThread(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Ended meanwhile.", e);
        }
    }

    @Deactivate
    void close() throws Exception {
        for (AutoCloseable each : listening) {
            each.close();
        }
        thread.shutdownNow();
    }
}
