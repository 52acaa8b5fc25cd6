package org.waystation.files.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.Uploads;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.NewRecord;
import org.waystation.store.edit.OperationMaker;

/** Attaches and removes; called one after the other, in the background. */
@Component(service = AttachmentEdits.class)
public final class AttachmentEdits {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Contents contents;
    private final Blobs blobs;
    private final Uploads uploads;
    private final Outbox outbox;
    private final Me me;
    private final ContentGate gate;
    private final Earlier earlier;
    private final OperationMaker make = new OperationMaker();

    @Activate
    public AttachmentEdits(
            @Reference Contents contents,
            @Reference Blobs blobs,
            @Reference Uploads uploads,
            @Reference Outbox outbox,
            @Reference Me me,
            @Reference ContentGate gate) {
        this.contents = contents;
        this.blobs = blobs;
        this.uploads = uploads;
        this.outbox = outbox;
        this.me = me;
        this.gate = gate;
        this.earlier = new Earlier(outbox);
    }

    UUID attach(RecordRef owner, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AttachmentException(Reason.NOT_FOUND, file.getFileName() + " is no file: choose one.");
        }
        if (Files.size(file) > AttachmentService.SIZE_MAX) {
            throw tooLarge();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return attach(owner, String.valueOf(file.getFileName()), content);
        }
    }

    UUID attach(RecordRef owner, String name, byte[] content) throws IOException {
        return attach(owner, name, new ByteArrayInputStream(content));
    }

    private UUID attach(RecordRef owner, String name, InputStream content) throws IOException {
        String plain = FileName.checked(name);
        if (!contents.isHeld(owner)) {
            throw new AttachmentException(
                    Reason.NOT_FOUND, "What the file should belong to is not held here any more.");
        }
        Lock attaching = gate.attaching();
        attaching.lock();
        try {
            return keep(owner, plain, put(owner, content));
        } finally {
            attaching.unlock();
        }
    }

    private UUID keep(RecordRef owner, String plain, Blob blob) throws StoreException {
        NewRecord attachment = new NewRecord()
                .set("ownerKind", owner.kind().code())
                .set("ownerId", owner.id())
                .set("name", plain)
                .set("sha256", blob.sha256())
                .set("size", blob.size())
                .set(
                        "mediaType",
                        Optional.ofNullable(URLConnection.guessContentTypeFromName(plain))
                                .orElse(UNKNOWN_TYPE))
                .set("uploadedBy", me.id())
                .set("createdAt", make.now());
        Operation creation = make.creation(EntityKind.ATTACHMENT, attachment, earlier.on(owner, Set.of()));
        outbox.commit(List.of(creation), Map.of(creation.id(), blob));
        return creation.entityId();
    }

    private Blob put(RecordRef owner, InputStream content) throws IOException {
        try {
            return blobs.put(contents.owner(owner), content, AttachmentService.SIZE_MAX);
        } catch (Blobs.TooLargeException e) {
            throw tooLarge();
        }
    }

    private static AttachmentException tooLarge() {
        return new AttachmentException(
                Reason.TOO_LARGE,
                "Files of more than 256 MiB cannot be attached: share it another way and note where.");
    }

    @Nullable
    Void remove(UUID attachmentId) throws StoreException {
        Optional<Uploads.Upload> upload = uploads.find(attachmentId);
        if (upload.isPresent()) {
            outbox.discard(upload.get().operationId()); // its creation waits for the content, so nobody has seen it
        } else {
            EntityRecord record = contents.record(attachmentId);
            outbox.commit(List.of(make.deletion(record, earlier.on(record.ref(), Set.of()))));
        }
        return null;
    }
}
