package org.waystation.files.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.ContentState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.blob.Uploads;

/** Puts together the attachments of a record with their states. */
@Component(service = AttachedFiles.class)
public final class AttachedFiles {

    private final Records records;
    private final Contents contents;
    private final Outbox outbox;
    private final Uploads uploads;
    private final Blobs blobs;
    private final TransferBoard board;

    @Activate
    public AttachedFiles(
            @Reference Records records,
            @Reference Contents contents,
            @Reference Outbox outbox,
            @Reference Uploads uploads,
            @Reference Blobs blobs,
            @Reference TransferBoard board) {
        this.records = records;
        this.contents = contents;
        this.outbox = outbox;
        this.uploads = uploads;
        this.blobs = blobs;
        this.board = board;
    }

    List<AttachedFile> of(RecordRef owner) throws IOException {
        List<EntityRecord> found = records.referring(EntityKind.ATTACHMENT, "ownerId", owner.id());
        if (found.isEmpty()) {
            return List.of();
        }
        KeyOwner keyOwner = contents.owner(owner);
        Set<UUID> unsynced =
                outbox.unsynced(found.stream().map(EntityRecord::id).collect(Collectors.toSet()));
        List<AttachedFile> files = new ArrayList<>();
        for (EntityRecord record : found) {
            Attachment attachment = Attachment.of(record);
            files.add(new AttachedFile(attachment, state(attachment, keyOwner), unsynced.contains(record.id())));
        }
        return files;
    }

    private ContentState state(Attachment attachment, KeyOwner owner) throws IOException {
        Optional<ContentState> moving = board.of(attachment.id());
        if (moving.isPresent()) {
            return moving.get();
        }
        Optional<Uploads.Upload> upload = uploads.find(attachment.id());
        if (upload.isPresent()) {
            return upload.get()
                    .problem()
                    .<ContentState>map(problem -> new ContentState.Failed(true, problem))
                    .orElseGet(ContentState.LocalOnly::new);
        }
        return blobs.holds(Contents.blob(attachment, owner))
                ? new ContentState.Uploaded()
                : new ContentState.NotDownloaded();
    }
}
