package org.waystation.files.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.Replica;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.blob.Uploads;
import org.waystation.store.blob.Uploads.Upload;

/**
 * Takes away the contents whose records have gone, as when a company is not taken along any more or was taken from us:
 * first the company's key, by which all of its contents are noise, then the files. What was not sent yet stays.
 */
@Component(immediate = true, service = LooseContents.class)
public final class LooseContents {

    private static final Logger LOG = System.getLogger(LooseContents.class.getName());

    /** The purge of a company comes in many commits; one look behind the last is enough. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** What a program that ended in between has left is no hurry. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private final Records records;
    private final Replica replica;
    private final Uploads uploads;
    private final Blobs blobs;
    private final Contents contents;
    private final ContentGate gate;
    private final Duration settled;
    private final AutoCloseable commits;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("loose-contents").daemon().factory());

    @Activate
    public LooseContents(
            @Reference Records records,
            @Reference Replica replica,
            @Reference Uploads uploads,
            @Reference Blobs blobs,
            @Reference Contents contents,
            @Reference ContentGate gate) {
        this(records, replica, uploads, blobs, contents, gate, SETTLED, AFTER_START);
    }

    LooseContents(
            Records records,
            Replica replica,
            Uploads uploads,
            Blobs blobs,
            Contents contents,
            ContentGate gate,
            Duration settled,
            Duration afterStart) {
        this.records = records;
        this.replica = replica;
        this.uploads = uploads;
        this.blobs = blobs;
        this.contents = contents;
        this.gate = gate;
        this.settled = settled;
        commits = records.onCommit(this::committed);
        ask(afterStart);
    }

    private void committed(Records.Commit commit) {
        boolean mayLoosen = commit.everything()
                || commit.refs().stream()
                        .map(RecordRef::kind)
                        .anyMatch(kind -> kind.equals(EntityKind.ATTACHMENT) || kind.equals(EntityKind.COMPANY));
        if (mayLoosen && asked.compareAndSet(false, true)) {
            ask(settled);
        }
    }

    private void ask(Duration after) {
        try {
            thread.schedule(this::look, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "Closed already.", e);
        }
    }

    private void look() {
        asked.set(false);
        Lock clearing = gate.clearing();
        clearing.lock();
        try {
            clear();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What is not needed any more stays until the next look.", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Contents that are not needed any more could not be taken away.", e);
        } finally {
            clearing.unlock();
        }
    }

    private void clear() throws IOException {
        Set<UUID> readable = blobs.companies();
        // A copy that is not whole yet does not tell what is needed.
        if (readable.isEmpty() && blobs.bytes() == 0 || replica.position().isEmpty()) {
            return;
        }
        Set<Blob> needed = needed();
        for (UUID company : readable) {
            boolean held =
                    records.find(new RecordRef(EntityKind.COMPANY, company)).isPresent();
            if (!held && needed.stream().noneMatch(blob -> blob.owner().equals(KeyOwner.of(company)))) {
                blobs.shred(company);
            }
        }
        blobs.retain(needed);
    }

    private Set<Blob> needed() throws IOException {
        Set<Blob> needed = new HashSet<>();
        for (Upload upload : uploads.waiting()) {
            needed.add(upload.blob());
        }
        for (EntityRecord record : records.all(EntityKind.ATTACHMENT)) {
            try {
                needed.add(contents.blob(Attachment.of(record)));
            } catch (MalformedRecordException | AttachmentException e) {
                LOG.log(Level.DEBUG, "Says not what is in it, so nothing of it is here.", e);
            }
        }
        return needed;
    }

    @Deactivate
    void close() throws Exception {
        commits.close();
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
