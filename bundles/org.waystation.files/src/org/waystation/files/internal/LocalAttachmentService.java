package org.waystation.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.blob.Blobs;
import org.waystation.store.live.Background;

/** Attachments over the local store. */
@Component(service = AttachmentService.class)
public final class LocalAttachmentService implements AttachmentService {

    private final Background background;
    private final Records records;
    private final Blobs blobs;
    private final Contents contents;
    private final AttachmentEdits edits;
    private final AttachedFiles files;
    private final TransferBoard board;
    private final Transfers transfers;

    @Activate
    public LocalAttachmentService(
            @Reference Background background,
            @Reference Records records,
            @Reference Blobs blobs,
            @Reference Contents contents,
            @Reference AttachmentEdits edits,
            @Reference AttachedFiles files,
            @Reference TransferBoard board,
            @Reference Transfers transfers) {
        this.background = background;
        this.records = records;
        this.blobs = blobs;
        this.contents = contents;
        this.edits = edits;
        this.files = files;
        this.board = board;
        this.transfers = transfers;
    }

    @Override
    public CompletionStage<UUID> attach(RecordRef owner, Path file) {
        return background.edit(() -> edits.attach(owner, file));
    }

    @Override
    public CompletionStage<UUID> attach(RecordRef owner, String name, byte[] content) {
        return background.edit(() -> edits.attach(owner, name, content));
    }

    @Override
    public CompletionStage<InputStream> open(UUID attachmentId) {
        return background.read(() -> opened(attachmentId));
    }

    private InputStream opened(UUID attachmentId) throws IOException {
        return blobs.open(contents.blob(attachmentId), 0)
                .orElseThrow(() -> new AttachmentException(
                        Reason.NOT_HERE, "The file is not on this machine: download it while you are connected."));
    }

    @Override
    public CompletionStage<Void> fetch(UUID attachmentId) {
        return transfers.fetch(attachmentId);
    }

    @Override
    public CompletionStage<Void> save(UUID attachmentId, Path target) {
        return background.read(() -> save(opened(attachmentId), target));
    }

    private static @Nullable Void save(InputStream content, Path target) throws IOException {
        try (content) {
            SavedFile.write(content, target);
        }
        return null;
    }

    @Override
    public CompletionStage<Void> remove(UUID attachmentId) {
        return background.edit(() -> edits.remove(attachmentId));
    }

    @Override
    public LiveValue follow(RecordRef owner, Executor deliverOn, Consumer<List<AttachedFile>> subscriber) {
        return new FollowedFiles(owner, files, records, board, background, deliverOn, subscriber);
    }
}
